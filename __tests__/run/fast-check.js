const fastCheck = require("../../node_modules/fast-check/lib/cjs/fast-check.js");

// In CI properties draw the same values in every run, so that what passed once passes again; elsewhere they explore
if (process.env.CI) fastCheck.configureGlobal({ seed: 20_261_125 });

module.exports = fastCheck;
