/** The part of ggwave 0.4.0 (which ships no types) that `modem.ts` uses. */
declare module "ggwave" {
  function load(overrides: {
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  }): Promise<load.GgWave>;

  namespace load {
    interface Parameters {
      sampleRateInp: number;
      sampleRateOut: number;
      sampleRate: number;
      samplesPerFrame: number;
      sampleFormatInp: unknown;
      sampleFormatOut: unknown;
      operatingMode: number;
      soundMarkerThreshold: number;
    }

    interface GgWave {
      readonly ProtocolId: Readonly<Record<string, unknown>>;
      readonly SampleFormat: { readonly GGWAVE_SAMPLE_FORMAT_I16: unknown };
      readonly GGWAVE_OPERATING_MODE_RX: number;
      readonly GGWAVE_OPERATING_MODE_TX: number;
      getDefaultParameters(): Parameters;
      /** Returns -1 when four instances are alive. */
      init(parameters: Parameters): number;
      free(instance: number): void;
      /** Returns a view of memory that the next call overwrites. */
      encode(instance: number, payload: Uint8Array, protocol: unknown, volume: number): Int8Array;
      /** Returns a view of memory that the next call overwrites; empty when no message was recognized in this block. */
      decode(instance: number, samples: Uint8Array): Int8Array;
      rxToggleProtocol(protocol: unknown, state: 0 | 1): void;
      disableLog(): void;
    }
  }

  export = load;
}
