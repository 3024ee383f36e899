import type { ProblemDescription } from "./description";

/** SPC4xx: engines and sites (raised by the planner). */
export const engineProblems = {
  SPC401: {
    title: "not an engine host",
    meaning: "Engines are reached by unix://, npipe://, ssh:// or tcp://. Expressions such as ${…} are not filled in.",
    mend: "Write it as `docker context inspect` shows it, or leave it out for the local engine.",
  },
  SPC402: {
    title: "engine without TLS",
    meaning: "Plain tcp:// lets anyone on the way start containers and read the key.",
    mend: "Add `tls: { certPath: … }`, or use ssh://.",
  },
  SPC403: {
    title: "TLS without a tcp host",
    meaning: "Certificates are used with tcp:// hosts only.",
    mend: "Add `host: tcp://…`, or delete `tls`.",
  },
  SPC404: {
    title: "certificate folder missing",
    meaning: "Without the folder that holds ca.pem, cert.pem and key.pem, nobody verifies the engine.",
    mend: "Write the path of the folder.",
  },
  SPC405: {
    title: "not a host to advertise",
    meaning: "`advertise` is the host name or address under which clients reach the ports, without scheme and port.",
    mend: "Write a host name or an IPv4 address.",
  },
  SPC406: {
    title: "not a capacity",
    meaning: "The cores and the memory that an engine is declared to have, or to keep for others, are positive.",
    mend: "Write them as `engine: { cores: 32, memory: 64g }`, or leave them out.",
  },
  SPC407: {
    title: "name taken on the engine",
    meaning: "Two sites on one engine would give a container or network the same name.",
    mend: "Rename one of the sites or containers.",
  },
  SPC408: {
    title: "reserved site name",
    meaning: "The stack of the account is called <name>-account, so no site can have this name.",
    mend: "Rename the site.",
  },
  SPC409: {
    title: "sites do not fit the layout",
    meaning: "A deployment with `containers:` has exactly one site, which is called local.",
    mend: "Use the layout with sites.",
  },
  SPC410: {
    title: "environment decides the engine",
    meaning:
      "The docker provider prefers DOCKER_CONTEXT, and without a configured host DOCKER_HOST, to what is written.",
    mend:
      "Unset DOCKER_CONTEXT for this command: it wins even over a configured host. Unset DOCKER_HOST, or write the " +
      "engine's address as `engine: { host: … }`.",
  },
  SPC411: {
    title: "advertised name without effect",
    meaning:
      "`advertise` names the machine to clients elsewhere, but every port of the engine is published on its loopback " +
      "address, which only the machine itself reaches. The host URLs say localhost.",
    mend: "Give the containers that others reach an `address:` and a guard (`front:` or `exposed:`), or delete `advertise:`.",
  },
  SPC412: {
    title: "no AVX2",
    meaning: "Every Speech container needs AVX2 (`avx2` in /proc/cpuinfo); without it none starts.",
    mend: "Use another engine. A virtual machine often has AVX2 hidden: pass the host's processor through to it.",
  },
} as const satisfies Record<string, ProblemDescription>;
