// A device that others use: what a real browser opens again, and what is in it. Playwright's own has neither.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { Wizard } from "../pages/wizard.ts";
import { RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import { screen } from "./webdriver.ts";

const NAME = "Họ, chữ đệm và tên";
const SECRET = "Nguyễn Văn Kín";
const keptInTab = new RegExp(`^${words("saved-in-tab", { time: "" }).trim()}`);

/** A Chromium with a window, and all that it keeps of its last session. */
class Window {
  private readonly profile = mkdtempSync(join(tmpdir(), "motcua-window-"));
  private readonly env: Record<string, string>;
  context!: BrowserContext;

  constructor(
    display: string,
    private readonly url: string,
  ) {
    this.env = { ...(process.env as Record<string, string>), DISPLAY: display };
  }

  async open(...args: string[]): Promise<void> {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: false,
      viewport: null,
      locale: "vi-VN",
      baseURL: this.url,
      env: this.env,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync", "--no-first-run", ...args],
    });
  }

  press(keys: string): void {
    execFileSync("xdotool", ["key", "--clearmodifiers", keys], { env: this.env });
  }

  async end(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Begins on a device that others use, and loads the page again: that keeps what was entered. */
async function begin(page: Page): Promise<void> {
  const wizard = new Wizard(page);
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.shown.getByRole("link", { name: words("start-shared") }).click();
  await wizard.fill(NAME, SECRET);
  await expect(wizard.shown.getByText(keptInTab)).toBeVisible();
  await page.reload();
  await expect(wizard.shown.getByLabel(NAME, { exact: true })).toHaveValue(SECRET);
}

/** The page has the question, and neither an answer nor a key. */
async function isEmpty(page: Page): Promise<void> {
  const wizard = new Wizard(page);
  await expect(wizard.shown.getByLabel(NAME, { exact: true })).toHaveValue("");
  expect(await page.evaluate(() => Object.keys(sessionStorage)), "no key is left in the tab").toEqual([]);
}

test("a tab that was closed, copied or restored shows nothing of what was entered", async ({ portal }) => {
  test.setTimeout(120_000);
  const { display, end } = await screen();
  const window = new Window(display, portal.url);
  try {
    await window.open();
    const first = window.context.pages()[0]!;
    await test.step("opened again from the keyboard", async () => {
      const page = await window.context.newPage();
      await begin(page);
      const again = window.context.waitForEvent("page");
      await page.close();
      await first.bringToFront();
      window.press("ctrl+shift+t");
      const opened = await again;
      await isEmpty(opened);
      await opened.close();
    });
    await test.step("copied by a link to another window", async () => {
      const page = await window.context.newPage();
      await begin(page);
      const copy = window.context.waitForEvent("page");
      await page.evaluate(() => void window.open(location.href));
      await isEmpty(await copy);
      await (await copy).close();
      await page.reload();
      await expect(new Wizard(page).shown.getByLabel(NAME, { exact: true }), "the first tab goes on").toHaveValue(SECRET);
      await page.close();
    });
    await test.step("restored with the whole session", async () => {
      await begin(await window.context.newPage());
      await window.context.close();
      await window.open("--restore-last-session");
      const restored = () => window.context.pages().find((page) => page.url().startsWith(portal.url));
      await expect.poll(() => restored()?.url()).toContain(RESIDENCE);
      await isEmpty(restored()!);
    });
  } finally {
    await window.end();
    end();
  }
});
