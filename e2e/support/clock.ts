// Time that a test moves on: an hour goes by at once.
import type { Page } from "@playwright/test";

/** Puts the page's time into the hands of `page.clock`, for pages that are loaded from now on. */
export async function holdClock(page: Page, time?: string): Promise<void> {
  await page.clock.install(time === undefined ? {} : { time });
  // Playwright numbers timers from 10^12; a browser, and so WebAssembly, numbers them with 32 bits.
  await page.addInitScript(() => {
    const first = 1e12;
    const { setTimeout: set, clearTimeout: clear } = window;
    Object.assign(window, {
      setTimeout: (...timer: Parameters<typeof set>) => (set(...timer) as unknown as number) - first,
      clearTimeout: (id: number) => clear(id + first),
    });
  });
}
