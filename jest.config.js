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
  modulePathIgnorePatterns: ["<rootDir>/(dist|lanes|cdktf\\.out|\\.cache|\\.sandbox)/"],
  testPathIgnorePatterns: ["/node_modules/", ...testPathIgnorePatterns],
});

/**
 * Three tiers: `fast` needs nothing but Node; `slow` runs Terraform, real ports and packed packages; `lanes` installs
 * other tools to run the product with them.
 */
module.exports = {
  projects: [
    tier("fast", ["<rootDir>/__tests__/**/*.test.ts"], ["/__tests__/(e2e|package|live|lanes)/"]),
    tier("slow", ["<rootDir>/__tests__/{e2e,package,live}/**/*.test.ts"]),
    tier("lanes", ["<rootDir>/__tests__/lanes/**/*.test.ts"]),
  ],
};
