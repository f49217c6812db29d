// One visit to each state of each page, with every judge on it (support/judges.ts): contrast [59], names [37], headings [6],
// languages [106] and what else axe finds; what a screen reader is given, to the letter, in the files of a11y/tree; how it
// fits [57] [58] [60]; where Tab leads [19] [35] [36]. Pages and questions come from the definitions (support/places.ts).
// `npx playwright test a11y/visits.spec.ts --update-snapshots=all` writes a11y/tree anew: read what changed as
// somebody who hears nothing else.
import { basename } from "node:path";
import { attachDrivingLicence } from "../journeys/sample.ts";
import { Wizard } from "../pages/wizard.ts";
import { noViolations } from "../support/axe.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { IS_EXHAUSTIVE } from "../support/extent.ts";
import { isFilledInByBrowser, isPlain, isTitled, isToldWhatIsWrong, judge, leadsOn } from "../support/judges.ts";
import { alone, firsts, open, places, refuse, withEveryPage, without } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

/** One question a page: in the short run, the first of each kind. */
const isFirst = firsts();

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

    // [2] [4] [6] [106] titles and headings; [7] [8] [9] [21] [27] [87] ways on and back; [13] [37] [45] [51] [62] fields;
    // [38] [39] [40] what the browser fills in; [64] [65] [66] [67] [68] [69] errors; [19] [35] [36] focus; [57] [58] [60] fitting.
    test(`${name}: ${title}`, async ({ page, wizard, portal, residence, licence }) => {
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      await test.step("empty", async () => {
        await open(page, wizard, portal.url, without(draft, place), place.path);
        await isTitled(page, wizard);
        await leadsOn(page, wizard);
        await isPlain(wizard);
        await isFilledInByBrowser(wizard, place.questions);
        await judge(page, "empty", { inEnglish: place.isFree });
      });
      if (!place.isFree) {
        await test.step("with errors", async () => {
          await refuse(wizard);
          await judge(page, "with errors", { heard: [name, `${title}-errors.txt`] });
          await isToldWhatIsWrong(page, wizard);
        });
      }
      if (title === "documents") return;
      await test.step("filled in", async () => {
        await open(page, wizard, portal.url, draft, place.path);
        await hasItsLists(wizard);
        await judge(page, "filled in", { heard: [name, `${title}.txt`], inEnglish: false });
      });
    });

    // Without a file there is only the first question about files.
    const all = alone(place).slice(0, title === "documents" ? 1 : undefined);
    const pages = all.filter(({ questions }) => isFirst(questions[0]!) || IS_EXHAUSTIVE);
    if (pages.length === 0) continue;

    // [2] [3] [4] [6] [7] [8] [9] [13] [21] [27] [37] [38] [39] [40] [45] [51] [57] [58] [60] [62] [64] [65] [66] [67] [68] [69] [87] [106]
    test(`${name}: ${title}, one question a page`, async ({ page, wizard, portal, residence, licence }) => {
      test.slow();
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      const headings: string[] = [];
      for (const place of pages) {
        const id = place.questions[0]!.id;
        await test.step(id, async () => {
          await open(page, wizard, portal.url, without(draft, place), place.path, "?mode=one-question");
          headings.push(await wizard.heading.innerText());
          await isTitled(page, wizard);
          await leadsOn(page, wizard);
          await isPlain(wizard);
          await isFilledInByBrowser(wizard, place.questions);
          if (!place.isFree) await refuse(wizard);
          await judge(page, id, { heard: [name, `${title}-one-question`, `${id}.txt`], inEnglish: false });
          if (!place.isFree) await isToldWhatIsWrong(page, wizard);
        });
      }
      expect(new Set(headings).size, "no two pages have the same heading").toBe(headings.length);
    });

    // The same widgets in another frame.
    test(`${name}: ${title}, screen-reader`, { tag: "@all" }, async ({ page, wizard, portal, residence, licence }) => {
      const draft = withEveryPage(code === RESIDENCE ? residence : licence);
      for (const place of pages) {
        const id = place.questions[0]!.id;
        await test.step(id, async () => {
          await open(page, wizard, portal.url, without(draft, place), place.path, "?mode=screen-reader");
          if (!place.isFree) await refuse(wizard);
          await noViolations(page, id);
        });
      }
    });
  }

  test(`${name}: page of the procedure`, async ({ page, wizard }) => {
    await page.goto(`/procedures/${code}`);
    await expect(wizard.shown.getByRole("link", { name: words("start-button"), exact: true })).toBeVisible();
    // It comes a little later than the rest.
    if (code === LICENCE) await expect(wizard.shown.getByText(words("told-sign-in"), { exact: true })).toBeVisible();
    await wizard.unfoldAll();
    await judge(page, "unfolded", { heard: [name, "procedure.txt"] });
  });
}

// [67] [68] [94] [95] [96]
test("driving-licence: files and check page", async ({ page, wizard, portal, licence, files }) => {
  await open(page, wizard, portal.url, licence, `/procedures/${LICENCE}/apply/documents`);
  await attachDrivingLicence(wizard, files);
  await wizard.attach("Giấy khám sức khỏe", files.liar);
  const refused = wizard.file("Giấy khám sức khỏe", basename(files.liar));
  await expect(refused.getByText(words("problem-file-type", { types: "JPG, PNG, PDF" }))).toBeVisible();
  // How large the browser's pictures become is its own affair.
  await judge(page, "with files", { heard: ["driving-licence", "files.txt"], hide: (text) => text.replace(/\d+ KB/g, "<size>"), inEnglish: false });
  await refused.getByRole("button").click();
  await expect(refused).toHaveCount(0);
  await wizard.goOn();
  await wizard.at(words("review-title"));
  await hasItsLists(wizard);
  await judge(page, "check page", { heard: ["driving-licence", "review.txt"], inEnglish: false });
});

// [94] [95] [96] the check page; [101] the receipt; [104] the status
test("check page, receipt, tracking", async ({ page, wizard, portal, residence, browser }) => {
  await open(page, wizard, portal.url, residence, `/procedures/${RESIDENCE}/review`);
  await hasItsLists(wizard);
  await judge(page, "check page", { heard: ["temporary-residence", "review.txt"], inEnglish: false });
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  await judge(page, "check page, not declared", { heard: ["temporary-residence", "review-errors.txt"], inEnglish: false });
  await wizard.declare();
  await wizard.send();
  await expect(wizard.shown.getByText(words("receipt-next"))).toBeVisible();
  await expect(wizard.shown.getByText(words("status-submitted-do"))).toBeVisible();
  const code = await wizard.dossierCode();
  const lookup = await wizard.lookupCode();
  const hide = (text: string) => text.replaceAll(lookup, "<lookup code>").replace(/H00\.00\.00[-‑– ]*\d{6}[-‑– ]*\d{4,}/g, "<code>");
  await judge(page, "receipt", { heard: ["receipt.txt"], hide, inEnglish: false });
  await page.goBack();
  await wizard.at(words("already-sent-title"));
  await judge(page, "sent already", { heard: ["sent-already.txt"], hide });
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: new RegExp(code) })).toBeVisible();
  await judge(page, "home page with a dossier", { inEnglish: false });

  for (const status of ["accepted", "in-progress"]) portal.officer(code, status);
  portal.officer(code, "documents-requested", "Chụp lại trang 2 của giayto-chung-minh-cho-o-hop-phap-ban-chup-lai-lan-2.pdf.");
  const context = await browser.newContext({ baseURL: portal.url, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const other = new Wizard(await context.newPage());
  await other.page.goto(`/dossiers/${code}`);
  const proof = other.shown.getByRole("textbox");
  await proof.waitFor();
  await judge(other.page, "proof");
  await proof.fill("0000000000");
  await other.shown.getByRole("button", { name: words("proof-button") }).click();
  await expect(proof).toHaveAttribute("aria-invalid", "true");
  await judge(other.page, "wrong proof", { heard: ["proof-errors.txt"], hide });
  await proof.fill(lookup);
  await other.shown.getByRole("button", { name: words("proof-button") }).click();
  await expect(other.shown.getByText(/^Chụp lại trang 2/).first()).toBeVisible();
  await judge(other.page, "tracking", { heard: ["tracking.txt"], hide, inEnglish: false });
  await context.close();
});

// [107]
test("home page", async ({ page, wizard, portal, residence }) => {
  const found = wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true });
  await putDraft(page, portal.url, residence);
  await page.goto("/");
  await expect(found).toBeVisible();
  await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toBeVisible();
  await judge(page, "with a draft", { heard: ["home.txt"], isWhole: true });
  await wizard.shown.getByRole("button", { name: /^Xóa: / }).click();
  await wizard.shown.getByRole("button", { name: words("track-button") }).click();
  await wizard.shown.getByRole("searchbox").fill("xyzzy");
  await expect(wizard.shown.getByText(words("search-nothing"))).toBeVisible();
  await judge(page, "a draft that is about to be deleted, an error, and nothing found", { heard: ["home-errors.txt"], inEnglish: false });
  await page.goto("/?q=tam%20tru");
  await expect(wizard.shown.getByRole("list").getByRole("link").first()).toHaveText("Đăng ký tạm trú");
  await wizard.shown.getByText(words("search-filters")).click();
  await judge(page, "with what was found");
});

test("preferences", async ({ page, wizard }) => {
  await page.goto("/preferences");
  await wizard.at(words("preferences-title"));
  await judge(page, "preferences", { heard: ["preferences.txt"] });
});

test.describe("pages that are not there", () => {
  test.use({ expectedErrors: [[/status of 404/], { scope: "test" }] });

  for (const [path, title, file] of [
    ["/khong-co", "not-found-title", "not-found.txt"],
    ["/procedures/9.999999", "trouble-not-found-title", "trouble.txt"],
    ["/dossiers/H00.00.00-261124-0001", "proof-title", undefined],
  ] as const) {
    test(path, async ({ page, wizard }) => {
      await page.goto(path);
      await wizard.at(words(title));
      await judge(page, path, { heard: file && [file] });
    });
  }
});
