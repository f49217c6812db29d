import { defineConfig } from "@playwright/test";
import everything from "./playwright.config.ts";

// What Playwright's own way of starting Chromium hides: `cargo xtask test engines` names one with a window.
export default defineConfig(everything, {
  testDir: "engines",
  testIgnore: [],
  outputDir: "results-engines",
  timeout: 240_000,
  workers: 1,
  retries: 0,
});
