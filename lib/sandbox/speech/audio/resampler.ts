/** Input samples on each side of an output sample, at the lower of the two rates. */
const REACH = 12;
/** Part of the lower rate's band that is kept; the rest is the slope of the filter. */
const PASSBAND = 0.92;

export interface Resampler {
  /** The output samples that this input completes. */
  push(samples: Int16Array): Int16Array;
  /** What is left at the end of the input. In all, n samples give ceil(n * to / from). */
  flush(): Int16Array;
}

/**
 * Changes the sample rate of a stream (rates in hertz) by a windowed-sinc filter, one row of weights for each phase.
 * ggwave can resample too, but takes 40 times as long for the same audio (docs/adr/speech-carrier-and-ssml.md).
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Int16Array(0) };
  const divisor = greatestCommonDivisor(from, to);
  const phases = to / divisor;
  const step = from / divisor;
  const reach = Math.ceil(REACH * Math.max(1, from / to));
  const weights = filterRows(phases, reach, PASSBAND * Math.min(1, to / from));

  let window = new Int16Array(reach);
  /** Index in the input of the first sample in `window`. */
  let windowStart = -reach;
  let inputLength = 0;
  let outputLength = 0;

  function produce(lastOutput: number): Int16Array {
    const output = new Int16Array(Math.max(0, lastOutput - outputLength));
    for (let index = 0; index < output.length; index++, outputLength++) {
      const position = outputLength * step;
      const centre = Math.floor(position / phases);
      const row = (position % phases) * 2 * reach;
      const start = centre - reach + 1 - windowStart;
      let sum = 0;
      for (let tap = 0; tap < 2 * reach; tap++) sum += (weights[row + tap] ?? 0) * (window[start + tap] ?? 0);
      output[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
    }
    const keepFrom = Math.floor((outputLength * step) / phases) - reach + 1;
    if (keepFrom > windowStart) {
      window = window.slice(keepFrom - windowStart);
      windowStart = keepFrom;
    }
    return output;
  }

  return {
    push(samples) {
      inputLength += samples.length;
      window = joined(window, samples);
      return produce(Math.ceil(((inputLength - reach) * phases) / step));
    },
    flush() {
      window = joined(window, new Int16Array(reach + 1));
      return produce(Math.ceil((inputLength * phases) / step));
    },
  };
}

/** For each phase the weights of `2 * reach` neighbouring samples, each row with sum 1. */
function filterRows(phases: number, reach: number, cutoff: number): Float64Array {
  const rows = new Float64Array(phases * 2 * reach);
  for (let phase = 0; phase < phases; phase++) {
    const row = rows.subarray(phase * 2 * reach, (phase + 1) * 2 * reach);
    for (let tap = 0; tap < row.length; tap++) {
      const distance = tap - reach + 1 - phase / phases;
      const angle = Math.PI * distance * cutoff;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      row[tap] = sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1)));
    }
    const sum = row.reduce((total, weight) => total + weight, 0);
    row.forEach((weight, tap) => (row[tap] = weight / sum));
  }
  return rows;
}

function joined(first: Int16Array, second: Int16Array): Int16Array<ArrayBuffer> {
  const all = new Int16Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function greatestCommonDivisor(first: number, second: number): number {
  return second === 0 ? first : greatestCommonDivisor(second, first % second);
}
