import fc from "fast-check";
import type { ApiStatus } from "../../../lib/sandbox/speech/api-status";
import {
  afterBillingCall,
  beforeFirstCall,
  type BillingState,
  servesQueries,
  timeToNextCall,
} from "../../../lib/sandbox/speech/billing";

const after = (...outcomes: readonly ApiStatus[]): BillingState => outcomes.reduce(afterBillingCall, beforeFirstCall);
const times = (count: number, outcome: ApiStatus) => Array.from({ length: count }, () => outcome);

test("nothing is served before the key was accepted", () => {
  expect(servesQueries(beforeFirstCall)).toBe(false);
  expect(servesQueries(after("CouldNotConnect"))).toBe(false);
  expect(servesQueries(after("Valid"))).toBe(true);
});

test.each(["Invalid", "Mismatch", "OutOfQuota", "ContainerUseUnauthorized"] as const)(
  "%s refuses queries at once and Valid restores them",
  (outcome) => {
    expect(servesQueries(after("Valid", outcome))).toBe(false);
    expect(servesQueries(after("Valid", outcome, "Valid"))).toBe(true);
  },
);

test.each(["CouldNotConnect", "BillingEndpointBusy"] as const)(
  "nine calls with %s are forgiven, the tenth is not",
  (outcome) => {
    expect(servesQueries(after("Valid", ...times(9, outcome)))).toBe(true);
    expect(servesQueries(after("Valid", ...times(10, outcome)))).toBe(false);
  },
);

test("an answer begins the count anew", () => {
  const outcomes = [...times(9, "CouldNotConnect"), "Valid", ...times(9, "CouldNotConnect")] as const;
  expect(servesQueries(after("Valid", ...outcomes))).toBe(true);
});

test("an endpoint that comes back after ten tries restores service", () => {
  expect(servesQueries(after("Valid", ...times(12, "CouldNotConnect"), "Valid"))).toBe(true);
});

test("the status is the outcome of the last call", () => {
  expect(beforeFirstCall.apiStatus).toBe("Unknown");
  expect(after("Valid", "CouldNotConnect").apiStatus).toBe("CouldNotConnect");
});

test("calls are 10 to 15 minutes apart", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
      const minutes = timeToNextCall(random) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(10);
      expect(minutes).toBeLessThanOrEqual(15);
    }),
  );
});
