import type { SpeechImage } from "./images";

/** All that a simulated container is started with; plain data, so that it can be sent to a thread. */
export interface SpeechContainerSpec {
  readonly id: string;
  readonly name: string;
  /** The reference of the image. */
  readonly reference: string;
  readonly image: SpeechImage;
  readonly command: readonly string[];
  readonly env: readonly string[];
  /** Folder of the sandbox that stands for what is mounted at `/usr/local/models`. */
  readonly modelsFolder?: string;
  /** Folders of the sandbox that stand for what is mounted, by the folder of the container. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Real time until the container is ready. */
  readonly loadingMilliseconds: number;
  /** Simulated seconds in a real second. */
  readonly clock: number;
}
