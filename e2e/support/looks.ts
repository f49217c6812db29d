// How a page looks and speaks, changed while it is there: much faster than to load it again for each
// look, and the same (`the address sets the look` in a11y/axe.spec.ts).
import { expect, type Page } from "@playwright/test";

export interface Look {
  text?: 150 | 200 | 300 | 400;
  theme?: "light" | "dark" | "yellow-on-black" | "black-on-white";
  spacing?: boolean;
}

/** What the preferences and the query of an address do. */
export async function setLook(page: Page, { text, theme, spacing }: Look): Promise<void> {
  await page.evaluate(
    ([text, theme, spacing]) => {
      const set = (name: string, value?: string) => {
        if (value === undefined) delete document.documentElement.dataset[name];
        else document.documentElement.dataset[name] = value;
      };
      set("textSize", text && String(text));
      set("theme", theme);
      set("spacing", spacing ? "wide" : undefined);
    },
    [text, theme, spacing] as const,
  );
}

export type Language = "vi" | "en";

/** Takes a language in the bar. Answers, errors and the place stay. */
export async function speak(page: Page, language: Language): Promise<void> {
  const name = { vi: "Tiếng Việt", en: "English" }[language];
  await page.getByRole("banner").getByRole("link", { name }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("banner").getByRole("link", { name })).toHaveAttribute("aria-current", "true");
}
