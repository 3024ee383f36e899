import { datum, unverifiedDatum } from "./datum";
import { size } from "./sizes";
import type { ExpectedUse, LoadRule } from "./types";

/** In the order in which lists name them. */
export const expectedUses: readonly ExpectedUse[] = [
  "liveStreams",
  "fileStreams",
  "synthesisRequests",
  "detectionRequests",
];

/** How many decoders a container runs; documented and used as an environment variable only. */
export const decoderSetting = datum("DECODER_MAX_COUNT", "M9", "M19");

/**
 * Sources disagree on a live stream: 0.6 core measured for ja-JP and 1 to plan with (M9), 1.25 in Microsoft's chart
 * (M19), 0.5 elsewhere (C2). The one to plan with is taken. Files are pushed at twice their pace.
 */
export const recognitionLoads = {
  liveStreams: datum<LoadRule>({ coresEach: 1, mostInOne: 6, setsDecoders: true }, "M9"),
  fileStreams: datum<LoadRule>({ coresEach: 2, mostInOne: 2, setsDecoders: true }, "M9"),
};

/** Five requests for eight cores. */
export const neuralLoads = {
  synthesisRequests: unverifiedDatum<LoadRule>(
    { coresEach: 1.6, mostInOne: 5 },
    "one chart's measure; no page of Microsoft states one",
    "C2",
  ),
};

export const standardLoads = {
  synthesisRequests: unverifiedDatum<LoadRule>(
    { coresEach: 0.6, mostInOne: 15 },
    "from the values of a chart and one log of 2019",
    "M19",
    "M12",
  ),
};

export const detectionLoads = {
  detectionRequests: datum<LoadRule>(
    {
      sizes: [
        { upTo: 4, size: size(1, 1) },
        { upTo: 6, size: size(2, 2) },
      ],
      mostInOne: 6,
    },
    "M6",
  ),
};
