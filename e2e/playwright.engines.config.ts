import { defineConfig } from "@playwright/test";
import everything from "./playwright.config.ts";

// Other browsers, and what Playwright's own way of starting Chromium hides. `cargo xtask test engines` installs them
// where it may, and names a Chromium with a window.
export default defineConfig(everything, {
  testDir: "engines",
  testIgnore: [],
  outputDir: "results-engines",
  timeout: 240_000,
  workers: 1,
  retries: 1,
});
