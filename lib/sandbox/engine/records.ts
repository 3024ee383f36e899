/** A simulated Docker Engine as it is kept on the disk. Sizes in bytes, times in nanoseconds unless told otherwise. */
export interface EngineRecord {
  /** As written in the provider block; `""` is the default engine. */
  readonly host: string;
  /** Loopback address that stands for the engine's machine. */
  readonly address: string;
  readonly images: ImageRecord[];
  readonly networks: NetworkRecord[];
  readonly volumes: Record<string, VolumeRecord>;
  readonly containers: Record<string, ContainerRecord>;
  /** Folders of the engine's machine beside those that this machine has. */
  readonly folders: string[];
}

export interface ImageRecord {
  /** `sha256:` and 64 digits. */
  readonly id: string;
  /** `repository:tag`. */
  tags: string[];
  /** `repository@sha256:…` of what was pulled. */
  digests: string[];
}

export interface AddressRange {
  readonly subnet: string;
  readonly gateway: string;
  readonly ipRange: string;
  readonly auxAddress: Readonly<Record<string, string>>;
}

export interface NetworkSettings {
  readonly name: string;
  readonly driver: string;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly ipv6: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  readonly ipamDriver: string;
  readonly ipamOptions: Readonly<Record<string, string>>;
  readonly ranges: readonly Partial<AddressRange>[];
}

export interface NetworkRecord extends Omit<NetworkSettings, "ranges"> {
  readonly id: string;
  readonly scope: string;
  readonly ranges: readonly AddressRange[];
}

export interface VolumeRecord {
  readonly name: string;
  readonly driver: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** Made by a mount without a source; goes with its container. */
  readonly anonymous: boolean;
}

export interface PortBinding {
  readonly container: number;
  readonly protocol: string;
  readonly address: string;
  /** 0 asks for any free one. */
  readonly host: number;
}

export interface MountSettings {
  readonly type: string;
  /** The volume that is mounted, where the engine made one without a name. */
  readonly volume?: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly propagation?: string;
  readonly tmpfs?: { readonly sizeBytes: number; readonly mode: number };
}

export interface HealthSettings {
  readonly test: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

export interface RestartPolicy {
  readonly name: string;
  readonly maximumRetryCount: number;
}

/** What a container is made with. Empty texts and zeros ask for the engine's default. */
export interface ContainerSettings {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly env: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly health?: HealthSettings;
  readonly ports: readonly PortBinding[];
  readonly mounts: readonly MountSettings[];
  /** `source:target:rw`, the old way. Without a source the engine makes a volume. */
  readonly binds: readonly string[];
  readonly networkMode: string;
  readonly logDriver: string;
  readonly logOptions: Readonly<Record<string, string>>;
  readonly hostname: string;
  readonly cpuQuota: number;
  readonly cpuPeriod: number;
  readonly cpuShares: number;
  readonly cpuSet: string;
  readonly memory: number;
  readonly memorySwap: number;
  readonly shmSize: number;
  readonly restart: RestartPolicy;
  readonly autoRemove: boolean;
  readonly capabilities: { readonly add: readonly string[]; readonly drop: readonly string[] };
  readonly runtime: string;
  readonly ipcMode: string;
  readonly init?: boolean;
  /** Arguments that are kept and given back and do nothing here, by their name in the provider. */
  readonly kept: Readonly<Record<string, unknown>>;
}

/** A container of which nothing but name and image is said. */
export const containerDefaults: Omit<ContainerSettings, "name" | "image"> = {
  command: [],
  entrypoint: [],
  env: [],
  labels: {},
  ports: [],
  mounts: [],
  binds: [],
  networkMode: "",
  logDriver: "",
  logOptions: {},
  hostname: "",
  cpuQuota: 0,
  cpuPeriod: 0,
  cpuShares: 0,
  cpuSet: "",
  memory: 0,
  memorySwap: 0,
  shmSize: 0,
  restart: { name: "", maximumRetryCount: 0 },
  autoRemove: false,
  capabilities: { add: [], drop: [] },
  runtime: "",
  ipcMode: "",
  kept: {},
};

export type ContainerStatus = "created" | "running" | "restarting" | "exited";

export interface Endpoint {
  readonly network: string;
  readonly aliases: readonly string[];
  /** Asked for; empty: the next free one. */
  readonly wantedAddress: string;
  /** Empty while the container does not run. */
  address: string;
}

export interface ContainerRecord {
  readonly id: string;
  settings: ContainerSettings;
  readonly imageId: string;
  /** A name of the image for people and programs, even when the container was made from its id. */
  readonly imageName: string;
  status: ContainerStatus;
  exitCode: number;
  /** Of a running container, host ports resolved. */
  ports: readonly PortBinding[];
  endpoints: Endpoint[];
  /** Milliseconds since 1970; 0: never. */
  finishedAt: number;
  /** Starts again and again since the last start by hand. */
  restarts: number;
  stoppedByHand: boolean;
}
