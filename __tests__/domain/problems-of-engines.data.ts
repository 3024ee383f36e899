import { type ProblemRow, engine, top } from "./problem-requests";
import { captions, deployment } from "./requests";

/** Backends, engines and sites. */
export const problemsOfEngines: readonly ProblemRow[] = [
  ["a backend that is none", top({ backend: { type: "azure", settings: {} } }), ["SPC320 backend"]],
  ["an engine by http", engine({ host: "http://leeds:2375" }), ["SPC401 engine.host"]],
  [
    "an engine with an expression in its path",
    engine({ host: "unix:///run/${var.user}/docker.sock" }),
    ["SPC401 engine.host"],
  ],
  ["an engine by tcp without TLS", engine({ host: "tcp://leeds:2375" }), ["SPC402 engine.host"]],
  ["TLS without a host", engine({ tls: { certPath: "/certs" } }), ["SPC403 engine.tls"]],
  ["TLS by ssh", engine({ host: "ssh://leeds", tls: { certPath: "/certs" } }), ["SPC403 engine.tls"]],
  [
    "TLS without certificates",
    engine({ host: "tcp://leeds:2376", tls: { certPath: "" } }),
    ["SPC404 engine.tls.certPath"],
  ],
  ["a URL to advertise", engine({ advertise: "http://leeds" }), ["SPC405 engine.advertise"]],
  ["a name for clients of loopback ports", engine({ advertise: "leeds" }), ["SPC411 engine.advertise"]],
  ["the own name for clients of loopback ports", engine({ advertise: "localhost" }), []],
  [
    "a name for clients of some ports",
    deployment([], {
      sites: [
        {
          name: "local",
          engine: { advertise: "leeds" },
          containers: [captions(), captions({ name: "open", port: 5001, address: "0.0.0.0", front: "nginx" })],
        },
      ],
    }),
    [],
  ],
  ["an engine without AVX2", engine({ avx2: false }), ["SPC412 engine.avx2"]],
  ["an engine with AVX2", engine({ avx2: true }), []],
  ["a reserved port that is none", engine({ reserved: { ports: [0] } }), ["SPC203 engine.reserved.ports"]],
  ["a container on a reserved port", engine({ reserved: { ports: [5000] } }), ["SPC209 containers.captions.port"]],
  ["reserved cores that leave too few", engine({ cores: 8, reserved: { cores: 0.5 } }), ["SPC220 engine.cores"]],
  ["reserved cores that leave enough", engine({ cores: 8.5, reserved: { cores: 0.5 } }), []],
  [
    "reserved memory that leaves too little",
    engine({ memory: "16g", reserved: { memory: "1m" } }),
    ["SPC221 engine.memory"],
  ],
  ["negative cores for others", engine({ reserved: { cores: -1 } }), ["SPC406 engine.reserved.cores"]],
  ["memory in words for others", engine({ reserved: { memory: "some" } }), ["SPC406 engine.reserved.memory"]],
  ["an engine without cores", engine({ cores: 0 }), ["SPC406 engine.cores"]],
  ["an engine with memory in words", engine({ memory: "much" }), ["SPC406 engine.memory"]],
  [
    "a site named like the account's stack",
    top({ layout: "sites", sites: [{ name: "account", containers: [captions()] }] }),
    ["SPC408 sites.account"],
  ],
  [
    "two sites in the layout of one",
    top({
      sites: [
        { name: "local", containers: [captions()] },
        { name: "leeds", containers: [captions({ port: 5001 })] },
      ],
    }),
    ["SPC409 containers"],
  ],
];
