// Axe on every page: before anything is filled in, with errors, and after; with errors, which is all that there
// is on a page, in Vietnamese in every look and in English: contrast [59], names [37], headings [6], languages [106], and what else axe finds. Every page
// of a form comes from its definition (support/places.ts).
import type { Page } from "@playwright/test";
import { noViolations } from "../support/axe.ts";
import { attachDrivingLicence } from "../journeys/sample.ts";
import { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import type { Files } from "../support/files.ts";
import { type Look, setLook, speak } from "../support/looks.ts";
import { alone, open, places, refuse, withEveryPage, without } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

const LOOKS: Record<string, Look> = {
  "as it is": {},
  "text 400 %": { text: 400 },
  "yellow on black": { theme: "yellow-on-black" },
};

/** The page that is shown, in every look, and in English: its words are longer or shorter, its elements the same. */
async function inEveryWay(page: Page, what: string): Promise<void> {
  for (const [name, look] of Object.entries(LOOKS)) {
    await setLook(page, look);
    await noViolations(page, `${what}, vi, ${name}`);
  }
  await setLook(page, {});
  await speak(page, "en");
  await noViolations(page, `${what}, en`);
  await speak(page, "vi");
}

/** A file for a question that asks for files, and for the one after it a file that is refused. */
async function attachFiles(wizard: Wizard, files: Files): Promise<void> {
  const inputs = wizard.shown.locator("input[type=file]");
  await inputs.first().setInputFiles(files.portrait);
  await expect(wizard.shown.getByText(words("file-arrived"))).toBeVisible();
  if ((await inputs.count()) > 1) await inputs.nth(1).setInputFiles(files.liar);
}

for (const [name, code] of [
  ["temporary residence", RESIDENCE],
  ["driving licence", LICENCE],
] as const) {
  for (const place of places(code)) {
    const title = `${name}, ${place.step.id}${place.row ? ", a row" : ""}`;

    test(title, async ({ page, wizard, portal, residence, licence, files }) => {
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      await open(page, wizard, portal.url, without(draft, place), place.path);
      if (place.isFree) {
        await inEveryWay(page, "empty");
      } else {
        await noViolations(page, "empty");
        await refuse(wizard);
        await inEveryWay(page, "with errors");
      }
      if (place.step.id === "documents") {
        await attachFiles(wizard, files);
        await inEveryWay(page, "with files");
      } else {
        await open(page, wizard, portal.url, draft, place.path);
        await noViolations(page, "filled in");
      }
    });

    // The same widgets in another frame: with an error they have all that they can have.
    for (const mode of ["one-question", "screen-reader"] as const) {
      const pages = alone(place);
      if (pages.length === 0) continue;
      test(`${title}, ${mode}`, async ({ page, wizard, portal, residence, licence, files }) => {
        const draft = withEveryPage(code === RESIDENCE ? residence : licence);
        for (const [n, place] of pages.entries()) {
          const { id, kind } = place.questions[0]!;
          await test.step(id, async () => {
            if (kind === "file" && n > 0) {
              // Files come with no draft: the page before has to be answered.
              await wizard.goOn();
              await expect(page).toHaveURL(place.path);
            } else {
              await open(page, wizard, portal.url, without(draft, place), place.path, `?mode=${mode}`);
            }
            if (!place.isFree) await refuse(wizard);
            await noViolations(page, id);
            if (kind === "file") await attachFiles(wizard, files);
          });
        }
      });
    }
  }
}

test("home page", async ({ page, wizard, portal, residence }) => {
  await page.goto("/");
  const found = wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true });
  await expect(found).toBeVisible();
  await inEveryWay(page, "as it opens");
  await page.goto("/?q=tam%20tru");
  await expect(wizard.shown.getByRole("list").getByRole("link").first()).toHaveText("Đăng ký tạm trú");
  await wizard.shown.getByText(words("search-filters")).click();
  await inEveryWay(page, "with what was found");
  await page.goto("/?q=xyzzy");
  await expect(wizard.shown.getByText(words("search-nothing"))).toBeVisible();
  await inEveryWay(page, "with nothing found");
  await page.goto("/icon.svg");
  await putDraft(page, portal.url, residence);
  await page.goto("/");
  await expect(found).toBeVisible();
  await wizard.shown.getByRole("button", { name: /^Xóa: / }).click();
  await wizard.shown.getByRole("button", { name: words("track-button") }).click();
  await inEveryWay(page, "with a draft that is about to be deleted, and an error");
});

for (const [name, code] of [
  ["temporary residence", RESIDENCE],
  ["driving licence", LICENCE],
] as const) {
  test(`page of the procedure: ${name}`, async ({ page, wizard }) => {
    await page.goto(`/procedures/${code}`);
    await expect(wizard.shown.getByRole("link", { name: words("start-button"), exact: true })).toBeVisible();
    await wizard.unfoldAll();
    await inEveryWay(page, "unfolded");
  });
}

test("check page of the driving licence", async ({ page, wizard, portal, licence, files }) => {
  await open(page, wizard, portal.url, licence, `/procedures/${LICENCE}/apply/documents`);
  await attachDrivingLicence(wizard, files);
  await wizard.goOn();
  await wizard.at(words("review-title"));
  await inEveryWay(page, "complete");
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  await inEveryWay(page, "not declared");
});

test("check page, receipt, tracking", async ({ page, wizard, portal, residence, browser }) => {
  let [code, lookup] = ["", ""];
  await test.step("check page", async () => {
    await open(page, wizard, portal.url, residence, `/procedures/${RESIDENCE}/review`);
    await inEveryWay(page, "complete");
    await wizard.send();
    await expect(wizard.summary).toBeFocused();
    await inEveryWay(page, "not declared");
  });
  await test.step("receipt", async () => {
    await wizard.declare();
    await wizard.send();
    await expect(wizard.shown.getByText(words("receipt-next-title"))).toBeVisible();
    code = await wizard.dossierCode();
    lookup = await wizard.lookupCode();
    await inEveryWay(page, "receipt");
  });
  await test.step("Back leads to what cannot be sent again", async () => {
    await page.goBack();
    await wizard.at(words("already-sent-title"));
    await inEveryWay(page, "sent already");
  });
  await test.step("home page with a dossier", async () => {
    await page.goto("/");
    await expect(wizard.shown.getByRole("link", { name: new RegExp(code) })).toBeVisible();
    await inEveryWay(page, "home page");
  });
  await test.step("tracking elsewhere, before and after the proof", async () => {
    for (const status of ["accepted", "in-progress"]) portal.officer(code, status);
    portal.officer(code, "documents-requested", "Chụp lại trang 2 của hợp đồng.");
    const context = await browser.newContext({ baseURL: portal.url, locale: "vi-VN" });
    const other = new Wizard(await context.newPage());
    await other.page.goto(`/dossiers/${code}`);
    const proof = other.shown.getByRole("textbox");
    await proof.waitFor();
    await inEveryWay(other.page, "proof");
    const see = other.shown.getByRole("button", { name: words("proof-button") });
    await proof.fill("0000000000");
    await see.click();
    await expect(proof).toHaveAttribute("aria-invalid", "true");
    await inEveryWay(other.page, "wrong proof");
    await proof.fill(lookup);
    await see.click();
    await expect(other.shown.getByText("Chụp lại trang 2 của hợp đồng.")).toBeVisible();
    await inEveryWay(other.page, "tracking");
    await context.close();
  });
});

test("preferences", async ({ page, wizard }) => {
  await page.goto("/preferences");
  await wizard.at(words("preferences-title"));
  await inEveryWay(page, "preferences");
});

test.describe("pages that are not there", () => {
  test.use({ expectedErrors: [[/status of 404/], { scope: "test" }] });

  for (const [path, title] of [
    ["/khong-co", "not-found-title"],
    ["/procedures/9.999999", "trouble-not-found-title"],
    ["/dossiers/H00.00.00-261124-0001", "proof-title"],
  ] as const) {
    test(path, async ({ page, wizard }) => {
      await page.goto(path);
      await wizard.at(words(title));
      await inEveryWay(page, path);
    });
  }
});

test("the address sets the look, and nothing but attributes of the root changes", async ({ page, wizard }) => {
  const body = () => wizard.shown.innerHTML();
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  const before = await body();
  await setLook(page, { text: 400, theme: "yellow-on-black", spacing: true });
  const root = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  const set = await root();
  await page.goto(`/procedures/${RESIDENCE}?text=400&theme=yellow-on-black&spacing=wide`);
  await wizard.at("Đăng ký tạm trú");
  expect(await root()).toEqual(set);
  expect(await body()).toBe(before);
});
