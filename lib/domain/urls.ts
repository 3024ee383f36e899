import { probePaths } from "./catalogue/network";
import type { UrlsPlan } from "./plan";
import { ANY_ADDRESS, LOOPBACK, isLoopback } from "./ports";

/** The host name under which clients reach a published port when the configuration names none. */
export function advertisedHost(address: string, engineHostName: string | undefined): string {
  if (address === LOOPBACK || (address === ANY_ADDRESS && engineHostName === undefined)) {
    return "localhost";
  }
  return isLoopback(address) ? address : (engineHostName ?? address);
}

/** Where a container answers. The host URL is what the Speech SDK takes. */
export function planUrls(protocol: "ws" | "http", host: string, port: number): UrlsPlan {
  const { ready, status } = probePaths.value;
  return {
    host: `${protocol}://${host}:${port}`,
    ready: `http://${host}:${port}${ready}`,
    status: `http://${host}:${port}${status}`,
  };
}
