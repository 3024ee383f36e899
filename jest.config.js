const swc = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs", ignoreDynamic: true },
  sourceMaps: "inline",
};

const tier = (displayName, testMatch, testPathIgnorePatterns = []) => ({
  displayName,
  testEnvironment: "node",
  transform: { "\\.ts$": ["@swc/jest", swc] },
  moduleFileExtensions: ["ts", "js", "json"],
  testMatch,
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/cdktf.out/", ...testPathIgnorePatterns],
});

/** Two tiers: `fast` needs nothing but Node; `slow` runs Terraform, real ports and packed packages. */
module.exports = {
  projects: [
    tier("fast", ["<rootDir>/__tests__/**/*.test.ts"], ["/__tests__/(e2e|package|live)/"]),
    tier("slow", ["<rootDir>/__tests__/{e2e,package,live}/**/*.test.ts"]),
  ],
};
