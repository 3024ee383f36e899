import { type ContainerPlan, containerSettings, isLoopback, registryDataHosts } from "../domain";
import { proxySettings } from "../domain/catalogue/proxy";

/** A host of yours that a container reaches. */
export interface ReachedHost {
  readonly host: string;
  /** Null: none is written, so it is that of the scheme. */
  readonly port: number | null;
  readonly purpose: string;
}

const FLUENTD_PORT = "Fluentd:Port";
const fluentdPort = containerSettings.find(({ value }) => value.name === FLUENTD_PORT)?.value.default;

/** Proxy and Fluentd server: what a firewall has to allow beside Azure. A proxy for both ways is named once. */
export function reachedHosts({ settings }: ContainerPlan): readonly ReachedHost[] {
  const textOf = (name: string | undefined): string | undefined => {
    const value = settings.find((setting) => setting.name === name)?.value;
    return value?.kind === "literal" ? value.text : undefined;
  };
  const http = textOf(proxySettings.address.value.name);
  const https = textOf(proxySettings.secure.value.names[0]);
  const fluentd = textOf("Fluentd:Host");
  return [
    ...proxyAt(http, https === http ? "proxy" : "proxy for http"),
    ...(https === http ? [] : proxyAt(https, "proxy for https")),
    ...(fluentd === undefined
      ? []
      : [{ host: fluentd, port: Number(textOf(FLUENTD_PORT) ?? fluentdPort), purpose: "Fluentd server" }]),
  ];
}

function proxyAt(address: string | undefined, purpose: string): readonly ReachedHost[] {
  const [, host, port] = /^https?:\/\/([^/:]+)(?::(\d+))?/.exec(address ?? "") ?? [];
  return host === undefined ? [] : [{ host, port: port === undefined ? null : Number(port), purpose }];
}

/** Hosts that an engine reaches to pull from a registry. */
export function pullHosts(host: string): readonly string[] {
  const { registry, data } = registryDataHosts.value;
  return host === registry ? [host, ...data] : [host];
}

/** Who can reach the port: nobody but the host, or who guards it, or why it is open. */
export function reachOf({ port, front, exposed }: ContainerPlan): string {
  if (isLoopback(port.address)) {
    return "loopback only";
  }
  const guard = front === undefined ? `exposed: ${exposed ?? ""}` : `guarded by ${front}`;
  return `on ${port.address}, ${guard}`;
}
