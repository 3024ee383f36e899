import { interleaved, median, misses } from "../../bench/compare";
import { table } from "../../bench/table";

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
])("the median of %j is %d", (values, middle) => expect(median(values)).toBe(middle));

test("the sides are measured in turn, after one run each that does not count", async () => {
  const order: string[] = [];
  const side = (name: string) => () => Promise.resolve(order.push(name));
  const samples = await interleaved(2, side("ours"), side("baseline"));
  expect(order).toEqual(["ours", "baseline", "ours", "baseline", "ours", "baseline"]);
  expect(samples).toEqual({ ours: [3, 5], baseline: [4, 6] });
});

test("the table says which goals are missed, in 80 columns", () => {
  const comparison = { name: "synth of 1,000 containers", unit: "ms", baseline: 100_000, goal: 1.15 } as const;
  const within = { ...comparison, ours: 115_000 };
  const over = { ...comparison, ours: 115_001 };
  expect([within, over].map(misses)).toEqual([false, true]);
  const lines = table([within, over, { name: "for information", unit: "ms", ours: 1, baseline: 1 }]).split("\n");
  expect(lines[1]).toMatch(/1\.15 {3}within 1\.15$/);
  expect(lines[2]).toMatch(/over 1\.15$/);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("a real-time factor shows in thousandths", () => {
  const comparison = { name: "speech heard, against playing", unit: "ms", ours: 312, baseline: 100_000 } as const;
  expect(table([comparison])).toMatch(/ 0\.003$/m);
});
