const { join } = require("node:path");

/**
 * Who may import whom (DESIGN 2). Each room is a folder or a file; `rooms` and `packages` are all that it may
 * import besides itself. `node: false` also forbids Node's own modules. The same table holds for the built files.
 */
const cdktf = ["cdktf", "constructs"];
const constructRooms = ["constructs", "azure", "docker", "policy"];
const rooms = {
  domain: { path: "lib/domain/", rooms: [], packages: [], node: false },
  config: { path: "lib/config/", rooms: ["domain"], packages: ["zod", "yaml"] },
  render: { path: "lib/render/", rooms: ["domain"], packages: ["yaml"] },
  checks: { path: "lib/checks/", rooms: ["domain"], packages: [] },
  operate: { path: "lib/operate/", rooms: ["domain"], packages: ["microsoft-cognitiveservices-speech-sdk"] },
  sandbox: {
    path: "lib/sandbox/",
    rooms: ["domain"],
    packages: ["@grpc/grpc-js", "@grpc/proto-loader", "@msgpack/msgpack", "ggwave", "saxes", "ws"],
  },
  terraform: { path: "lib/terraform/", rooms: ["domain"], packages: [] },
  constructs: { path: "lib/constructs/[^/]+$", rooms: ["domain"], packages: cdktf },
  azure: {
    path: "lib/constructs/azure/",
    rooms: ["constructs", "domain"],
    packages: [...cdktf, "@cdktf/provider-azurerm"],
  },
  docker: {
    path: "lib/constructs/docker/",
    rooms: ["constructs", "domain"],
    packages: [...cdktf, "@cdktf/provider-docker"],
  },
  policy: { path: "lib/constructs/policy/", rooms: ["constructs", "checks", "domain"], packages: cdktf },
  stacks: {
    path: "stacks/",
    rooms: [...constructRooms, "domain"],
    packages: [...cdktf, "@cdktf/provider-azurerm", "@cdktf/provider-docker"],
  },
  main: { path: "main\\.(ts|js)$", rooms: ["config", "stacks"], packages: cdktf },
  cli: {
    path: "lib/cli/",
    rooms: ["domain", "config", "render", "checks", "operate", "sandbox", "terraform", ...constructRooms, "entries"],
    packages: ["commander"],
  },
  entries: { path: "lib/[^/]+$", rooms: [...constructRooms, "domain"], packages: [] },
};

const inRoom = (room) => `^(dist/)?${rooms[room].path}`;
const ofPackage = (name) => `(^|/)node_modules/${name}/`;

const onlyItsImports = ([name, room]) => ({
  name: `room-${name}`,
  comment: `${name} may import ${[...room.rooms, ...room.packages].join(", ") || "nothing"}`,
  severity: "error",
  from: { path: inRoom(name) },
  to: {
    pathNot: [name, ...room.rooms].map(inRoom).concat(room.packages.map(ofPackage)),
    ...(room.node === false ? {} : { dependencyTypesNot: ["core"] }),
  },
});

const product = "^(dist/)?(lib/|stacks/|main\\.)";

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(onlyItsImports),
    {
      name: "no-room",
      comment: "each product file stands in a room of the table above",
      severity: "error",
      from: { path: product, pathNot: Object.keys(rooms).map(inRoom) },
      to: {},
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: product },
      to: { circular: true },
    },
    {
      name: "deep-bindings",
      comment: "a binding's root costs a second and 300 MB: import the one resource",
      severity: "error",
      from: {},
      to: { path: "(^|/)node_modules/@cdktf/provider-[^/]+/lib/index\\." },
    },
    {
      name: "index-without-azurerm",
      comment: "the public entry works without the optional peer",
      severity: "error",
      from: { path: "^(dist/)?lib/index\\." },
      to: { path: ofPackage("@cdktf/provider-azurerm"), reachable: true },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, "tsconfig.json") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
  },
};
