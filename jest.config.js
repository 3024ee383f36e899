const swc = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs", ignoreDynamic: true },
  sourceMaps: "inline",
};

const tier = (displayName, millisecondsOfATest, testMatch, testPathIgnorePatterns = []) => ({
  displayName,
  globals: { millisecondsOfATest },
  globalSetup: "<rootDir>/__tests__/run/set-up.ts",
  globalTeardown: "<rootDir>/__tests__/run/tear-down.ts",
  setupFilesAfterEnv: ["<rootDir>/__tests__/run/time-limit.ts"],
  testEnvironment: "node",
  transform: { "\\.ts$": ["@swc/jest", swc] },
  moduleFileExtensions: ["ts", "js", "json"],
  moduleNameMapper: { "^fast-check$": "<rootDir>/__tests__/run/fast-check.js" },
  testMatch,
  modulePathIgnorePatterns: ["<rootDir>/(dist|lanes|cdktf\\.out|\\.cache|\\.sandbox)/"],
  testPathIgnorePatterns: ["/node_modules/", ...testPathIgnorePatterns],
});

/**
 * Three tiers: `fast` needs nothing but Node; `slow` runs Terraform, real ports and packed packages; `lanes` installs
 * other tools to run the product with them. The time limits are for a machine that does other things as well.
 */
module.exports = {
  projects: [
    tier("fast", 60_000, ["<rootDir>/__tests__/**/*.test.ts"], ["/__tests__/(e2e|package|live|lanes)/"]),
    tier("slow", 180_000, ["<rootDir>/__tests__/{e2e,package,live}/**/*.test.ts"]),
    tier("lanes", 300_000, ["<rootDir>/__tests__/lanes/**/*.test.ts"]),
  ],
};
