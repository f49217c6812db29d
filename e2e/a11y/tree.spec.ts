// What a screen reader is given on every page, to the letter: roles, names, values, states and
// descriptions, from the browser's own accessibility tree. The files in a11y/tree are to be read: what
// they say is what people hear: names [37], errors [67] [68], what stands on the check page [94] [95] [96],
// the receipt [101], the status [104]. `npx playwright test a11y/tree.spec.ts --update-snapshots=all`
// writes them anew.
import { basename } from "node:path";
import type { Page } from "@playwright/test";
import { attachDrivingLicence } from "../journeys/sample.ts";
import { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { speak } from "../support/looks.ts";
import { alone, open, places, refuse, withEveryPage, without } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { tree, unclear, written } from "../support/tree.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

/** The title and all that is told of the page, without what changes from day to day. */
async function heard(page: Page, selector = "[data-slot=shown]"): Promise<string> {
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  const all = await tree(page, selector);
  expect.soft(unclear(all), await page.title()).toEqual([]);
  return `title "${await page.title()}"\n${written(all)}`
    .replace(/\d{2}:\d{2} \d{1,2}\/\d{1,2}\/\d{4}/g, "<time>")
    .replace(/(tính đến ngày) \d{1,2}\/\d{1,2}\/\d{4}/g, "$1 <today>");
}

/** What a code stands for is there when its list is. */
async function hasItsLists({ shown }: Wizard): Promise<void> {
  for (const list of await shown.getByRole("combobox").all()) await expect(list).not.toHaveValue("");
  await expect(shown.getByText(words("answer-on-its-way"))).toHaveCount(0);
}

for (const [name, code] of [
  ["temporary-residence", RESIDENCE],
  ["driving-licence", LICENCE],
] as const) {
  for (const place of places(code)) {
    const title = place.step.id + (place.row ? "-row" : "");

    test(`${name}: ${title}`, async ({ page, wizard, portal, residence, licence }) => {
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      await open(page, wizard, portal.url, without(draft, place), place.path);
      if (!place.isFree) {
        await refuse(wizard);
        expect(await heard(page)).toMatchSnapshot([name, `${title}-errors.txt`]);
        await speak(page, "en");
        expect(unclear(await tree(page, "body")), "in English").toEqual([]);
        await speak(page, "vi");
      }
      await open(page, wizard, portal.url, draft, place.path);
      await hasItsLists(wizard);
      expect(await heard(page)).toMatchSnapshot([name, `${title}.txt`]);
    });

    const pages = alone(place);
    if (pages.length === 0 || place.step.id === "documents") continue;
    test(`${name}: ${title}, one question a page`, async ({ page, wizard, portal, residence, licence }) => {
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      let all = "";
      for (const place of pages) {
        await open(page, wizard, portal.url, without(draft, place), place.path, "?mode=one-question");
        if (!place.isFree) await refuse(wizard);
        all += `${await heard(page)}\n`;
      }
      expect(all).toMatchSnapshot([name, `${title}-one-question.txt`]);
    });
  }
}

test("home page, with a draft", async ({ page, wizard, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
  await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toBeVisible();
  expect(await heard(page, "body")).toMatchSnapshot("home.txt");
  await wizard.shown.getByRole("button", { name: /^Xóa: / }).click();
  await wizard.shown.getByRole("button", { name: words("track-button") }).click();
  await wizard.shown.getByRole("searchbox").fill("xyzzy");
  await expect(wizard.shown.getByText(words("search-nothing"))).toBeVisible();
  expect(await heard(page)).toMatchSnapshot("home-errors.txt");
});

for (const [name, code] of [
  ["temporary-residence", RESIDENCE],
  ["driving-licence", LICENCE],
] as const) {
  test(`page of the procedure: ${name}`, async ({ page, wizard }) => {
    await page.goto(`/procedures/${code}`);
    await expect(wizard.shown.getByRole("link", { name: words("start-button"), exact: true })).toBeVisible();
    await wizard.unfoldAll();
    expect(await heard(page)).toMatchSnapshot([name, "procedure.txt"]);
  });
}

test("files and check page of the driving licence", async ({ page, wizard, portal, licence, files }) => {
  await open(page, wizard, portal.url, licence, `/procedures/${LICENCE}/apply/documents`);
  await attachDrivingLicence(wizard, files);
  await wizard.attach("Giấy khám sức khỏe", files.liar);
  await expect(wizard.file("Giấy khám sức khỏe", basename(files.liar)).getByText(words("problem-file-type", { types: "JPG, PNG, PDF" }))).toBeVisible();
  // How large the browser's pictures become is its own affair.
  expect((await heard(page)).replace(/\d+ KB/g, "<size>")).toMatchSnapshot(["driving-licence", "files.txt"]);
  await wizard.file("Giấy khám sức khỏe", basename(files.liar)).getByRole("button").click();
  await wizard.goOn();
  await wizard.at(words("review-title"));
  await hasItsLists(wizard);
  expect(await heard(page)).toMatchSnapshot(["driving-licence", "review.txt"]);
});

test("check page, receipt, tracking", async ({ page, wizard, portal, residence, browser }) => {
  await open(page, wizard, portal.url, residence, `/procedures/${RESIDENCE}/review`);
  await hasItsLists(wizard);
  expect(await heard(page)).toMatchSnapshot(["temporary-residence", "review.txt"]);
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  expect(await heard(page)).toMatchSnapshot(["temporary-residence", "review-errors.txt"]);
  await wizard.declare();
  await wizard.send();
  await expect(wizard.shown.getByText(words("receipt-next-title"))).toBeVisible();
  await expect(wizard.shown.getByText(words("status-submitted-do"))).toBeVisible();
  const code = await wizard.dossierCode();
  const lookup = await wizard.lookupCode();
  const hidden = (text: string) => text.replaceAll(lookup, "<lookup code>").replace(/H00\.00\.00[-‑– ]*\d{6}[-‑– ]*\d{4,}/g, "<code>");
  expect(hidden(await heard(page))).toMatchSnapshot("receipt.txt");
  await page.goBack();
  await wizard.at(words("already-sent-title"));
  expect(hidden(await heard(page))).toMatchSnapshot("sent-already.txt");

  for (const status of ["accepted", "in-progress"]) portal.officer(code, status);
  portal.officer(code, "documents-requested", "Chụp lại trang 2 của hợp đồng.");
  const context = await browser.newContext({ baseURL: portal.url, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const other = new Wizard(await context.newPage());
  await other.page.goto(`/dossiers/${code}`);
  const proof = other.shown.getByRole("textbox");
  await proof.fill("0000000000");
  await other.shown.getByRole("button", { name: words("proof-button") }).click();
  await expect(proof).toHaveAttribute("aria-invalid", "true");
  expect(hidden(await heard(other.page))).toMatchSnapshot("proof-errors.txt");
  await proof.fill(lookup);
  await other.shown.getByRole("button", { name: words("proof-button") }).click();
  await expect(other.shown.getByText("Chụp lại trang 2 của hợp đồng.")).toBeVisible();
  expect(hidden(await heard(other.page))).toMatchSnapshot("tracking.txt");
  await context.close();
});

test("preferences", async ({ page, wizard }) => {
  await page.goto("/preferences");
  await wizard.at(words("preferences-title"));
  expect(await heard(page)).toMatchSnapshot("preferences.txt");
});

test.describe("pages that are not there", () => {
  test.use({ expectedErrors: [[/status of 404/], { scope: "test" }] });

  for (const [path, title, file] of [
    ["/khong-co", "not-found-title", "not-found.txt"],
    ["/procedures/9.999999", "trouble-not-found-title", "trouble.txt"],
  ] as const) {
    test(path, async ({ page, wizard }) => {
      await page.goto(path);
      await wizard.at(words(title));
      expect(await heard(page)).toMatchSnapshot(file);
    });
  }
});
