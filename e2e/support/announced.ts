// What a screen reader is told without being asked: every text that came into a live region.
import { expect, type Page } from "@playwright/test";

interface Listening {
  announced: string[];
  /** How many texts were taken for an announcement that a test has waited for. */
  counted: Map<string, number>;
}

/** Listens on every page that is loaded from now on. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { announced: heard, counted: new Map() } satisfies Listening);
    const hear = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const region = element?.closest("[role=status], [role=alert], [aria-live]");
      const text = region?.textContent?.replace(/\s+/g, " ").trim();
      if (text) heard.push(text);
    };
    new MutationObserver((changes) => {
      for (const { target } of changes) hear(target);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Waits until something like this has been announced. It counts once: the next time it must be said again. */
export async function announced(page: Page, words: string | RegExp): Promise<void> {
  const told = () =>
    page.evaluate((words) => {
      const { announced, counted } = window as unknown as Listening;
      const isIt = (text: string) => (typeof words === "string" ? text.includes(words) : words.test(text));
      const [times, before] = [announced.filter(isIt).length, counted.get(String(words)) ?? 0];
      counted.set(String(words), times);
      return times > before;
    }, words);
  await expect.poll(told, { message: `announced: ${words}` }).toBe(true);
}
