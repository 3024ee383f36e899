/** What both sides of a comparison make: this many containers of one function on one engine. */
export const containerName = (index: number): string => `container-${index}`;
export const hostPort = (index: number): number => 10_000 + index;

/** Peels the number of containers off the command line and tells how long making the stacks took. */
export function timed(synth: (containers: number) => void): void {
  const start = performance.now();
  synth(Number(process.argv[2]));
  console.log(JSON.stringify({ milliseconds: performance.now() - start }));
}
