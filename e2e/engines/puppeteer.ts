// A browser by puppeteer: stock Firefox speaks WebDriver BiDi, old Chromium its own protocol.
import type { ElementHandle, LaunchOptions } from "puppeteer-core";
import { asked, find, type Browser, type Control } from "./browser.ts";

export async function puppeteer(options: LaunchOptions, { cache = true } = {}): Promise<Browser> {
  const { launch } = await import("puppeteer-core");
  const browser = await launch({ headless: true, defaultViewport: { width: 1000, height: 900 }, ...options });
  const page = await browser.newPage();
  if (!cache) await page.setCacheEnabled(false);
  const element = async (control: Control) => {
    const found = (await page.evaluateHandle(find, ...asked(control))).asElement();
    if (!found) throw new Error(`not there: ${asked(control).join(" ")}`);
    return found as ElementHandle<HTMLInputElement>;
  };
  return {
    open: async (address) => void (await page.goto(address)),
    // Puppeteer's own wait for what Chromium 103 doesn't say, and for a load where there is none.
    reload: async () => void (await page.evaluate(() => void setTimeout(() => location.reload()))),
    back: () => page.evaluate(() => history.back()),
    evaluate: (script, ...given) => page.evaluate(script as never, ...given) as never,
    click: async (control) => (await element(control)).click(),
    type: async (control, text) => (await element(control)).type(text),
    attach: async (control, file) => (await element(control)).uploadFile(file),
    close: () => browser.close(),
  };
}
