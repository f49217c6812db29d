// The same in English, as far as the first page with an error.
import { Wizard } from "../pages/wizard.ts";
import { words } from "../support/words.ts";
import { expect, test } from "./test.ts";

test.use({ language: "en", transcript: "english" });

const said = (key: string) => words(key, {}, "en");

test("in English, from search to an error and out of it", async ({ reader }) => {
  const { page } = reader;
  const { shown } = new Wizard(page);
  const goOn = shown.getByRole("button", { name: said("continue"), exact: true });

  await reader.in("Search", async () => {
    await reader.press("ctrl+Home", said("skip"));
    await reader.press("Tab");
    await reader.press("Tab", "Tiếng Việt", "link");
    await reader.press("Return");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("vi");
    await reader.press("Tab", "English", "link");
    await reader.press("Return");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await reader.tabTo(shown.getByRole("searchbox"), said("search-label"));
    await reader.type("tam tru", /\d+ procedures found/);
    await reader.press("Tab", said("search-button"));
    await reader.press("Tab", said("search-filters"));
    await reader.press("Tab", "link");
    await reader.press("Return", "heading level 1");
    await reader.press("h", said("who-title"), "heading level 2");
    await reader.tabTo(shown.getByRole("link", { name: said("start-button"), exact: true }), said("start-button"));
    await reader.press("Return", "About you", "heading level 1");
  });

  await reader.in("An error, and out of it", async () => {
    await reader.tabTo(goOn, said("continue"), said("saved-not-yet"));
    await reader.press("Return", said("error-summary-title"));
    await reader.press("Down", "Enter full name", "link");
    await reader.press("Return", "Full name", said("error-prefix"), "Enter full name");
    await reader.type("Nguyen Van Mau");
    await reader.tabTo(shown.getByRole("textbox", { name: said("date-day") }), said("date-day"), said("error-prefix"));
    await reader.press("Tab", said("date-month"));
    await reader.press("Tab", said("date-year"));
    await reader.type("1990");
    await reader.tabTo(shown.getByRole("radio").first(), "1 of 2");
    await reader.press("space", "selected");
    await reader.tabTo(shown.getByRole("textbox").last());
    await reader.type("001099000001");
    await reader.press("Return", "Address and contact", "heading level 1");
  });
});
