import { defineConfig } from "@playwright/test";
import everything from "./playwright.config.ts";

// nginx and Caddy with the configurations of the README. `cargo xtask test servers` installs them where it may.
export default defineConfig(everything, {
  testDir: "servers",
  testIgnore: [],
  outputDir: "results-servers",
  workers: 1,
  retries: 0,
});
