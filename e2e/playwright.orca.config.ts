import { defineConfig } from "@playwright/test";
import everything from "./playwright.config.ts";

// With a real screen reader, one at a time: two would share two cores, and speech would come late.
// `cargo xtask test screen-reader` sets CHROMIUM and PORTAL.
export default defineConfig(everything, {
  testDir: "screen-reader",
  testIgnore: [],
  outputDir: "results-screen-reader",
  timeout: 420_000,
  workers: 1,
  // An utterance is lost now and then (README.md).
  retries: 1,
});
