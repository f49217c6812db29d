import { defineConfig } from "@playwright/test";

// Always against the real reference portal, which each worker starts for itself (support/test.ts).
// `cargo xtask test e2e` sets CHROMIUM, PORTAL and APP_TESTS.
export default defineConfig({
  testDir: ".",
  globalSetup: "./support/files.ts",
  testMatch: "**/*.spec.ts",
  // They have settings of their own: playwright.orca.config.ts, playwright.servers.config.ts, playwright.engines.config.ts.
  testIgnore: ["screen-reader/**", "servers/**", "engines/**"],
  outputDir: "results",
  // The same files on every system: they hold words, not pictures.
  snapshotPathTemplate: "{testDir}/a11y/tree/{arg}{ext}",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // On two cores: pages wait for the portal and for each other a fifth of the time.
  workers: 3,
  // A machine that is busy with something else may lose a test once; the report says which.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1000, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A trace costs a third of the time; the second try of a test that failed has one.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
