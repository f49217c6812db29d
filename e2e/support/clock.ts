// The day of the tests: the same on every day on which they run. The portal, what stands in for VNeID and every
// page begin at this moment when the tests begin, and go on as time does. What else becomes of the sample
// answers on other days is listed in crates/procedure/tests/days.txt.
import type { BrowserContext, Page } from "@playwright/test";

/** A Tuesday morning at the portal's seat, before the time of day from which dossiers count for the next day. */
export const BEGINNING = "2026-11-24T09:00:00+07:00";

/** What the tests are ahead of the computer's clock, in milliseconds. */
const AHEAD = Date.parse(BEGINNING) - Date.now();

/** Milliseconds since 1970 by the clock of the tests. */
export const now = (): number => Date.now() + AHEAD;

/** What a program with `--now` is given: RFC 3339. */
export const moment = (): string => new Date(now()).toISOString();

/** Sets the time of a page, before any script of its own runs. */
function set(ahead: number, again = false): void {
  const Native = Date;
  // Where a test holds the time itself, that time counts.
  if (!again && !/\[native code\]/.test(Function.prototype.toString.call(Native))) return;
  const now = () => Native.now() + ahead;
  window.Date = class extends Native {
    constructor(...given: unknown[]) {
      super(...((given.length ? given : [now()]) as [number]));
    }
    static override now = now;
  } as DateConstructor;
}

/** Sets the clock of a device wrong, for pages that are loaded from now on. */
export async function setWrong(page: Page, time: string): Promise<void> {
  await page.addInitScript(`(${set})(${Date.parse(time) - now()}, true);`);
}

/** The same as a script's source, for what is no Playwright. */
export const CLOCK = `(${set})(${AHEAD});`;

/** Sets the time of every page that is loaded there from now on. */
export async function setClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(set, AHEAD);
}

/** Puts the page's time into the hands of `page.clock`, for pages that are loaded from now on. */
export async function holdClock(page: Page, time: string | number = now()): Promise<void> {
  await page.clock.install({ time });
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
