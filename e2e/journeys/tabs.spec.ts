// One draft in several tabs: no tab writes over what it has not seen, and none writes what was deleted or cannot be read.
import { Wizard } from "../pages/wizard.ts";
import { noViolations } from "../support/axe.ts";
import { announced, listen } from "../support/announced.ts";
import { keptDraft, onDevice, putDraft, RESIDENCE } from "../support/drafts.ts";
import { everyWay } from "../support/layout.ts";
import { Officer } from "../support/officer.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const FIRST_STEP = "Thông tin của bạn";
const NAME = "Họ, chữ đệm và tên";
const NUMBER = "Số định danh cá nhân";
const FORM = `/procedures/${RESIDENCE}/apply`;

async function isKept(wizard: Wizard, ...texts: string[]): Promise<void> {
  for (const text of texts) await expect.poll(async () => (await keptDraft(wizard.page, RESIDENCE)) ?? "").toContain(text);
}

test("what two tabs have filled in is one draft, in both at once", async ({ page, wizard, context }) => {
  await page.goto(FORM);
  await wizard.at(FIRST_STEP);
  const other = new Wizard(await context.newPage());
  await listen(other.page);
  await other.page.goto(FORM);
  await other.at(FIRST_STEP);
  await wizard.fill(NAME, "Nguyễn Văn Mẫu");
  await isKept(wizard, "Nguyễn Văn Mẫu");
  await test.step("the tab that has not typed has it too, and says so", async () => {
    await expect(other.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu");
    await expect(other.shown.getByText(words("tabs-joined"))).toBeVisible();
    await announced(other.page, words("tabs-joined"));
    await noViolations(other.page, "joined");
  });
  await test.step("each types something else", async () => {
    await other.fill(NUMBER, "001 099 000 001");
    await isKept(other, "Nguyễn Văn Mẫu", "001 099 000 001");
    await expect(wizard.shown.getByLabel(NUMBER)).toHaveValue("001 099 000 001");
    await wizard.fill(NAME, "Nguyễn Văn Mẫu B");
    await isKept(wizard, "Nguyễn Văn Mẫu B", "001 099 000 001");
  });
  await page.reload();
  await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu B");
  await expect(wizard.shown.getByLabel(NUMBER)).toHaveValue("001 099 000 001");
});

test("one question that both tabs have answered is shown both ways", async ({ page, wizard, context, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto(`${FORM}/who`);
  await wizard.at(FIRST_STEP);
  const other = new Wizard(await context.newPage());
  await other.page.goto(`${FORM}/who`);
  await other.at(FIRST_STEP);
  // Somebody is in the middle of a word here when the other tab is saved.
  await other.shown.getByLabel(NAME).fill("Trần Thị Mẫu");
  await wizard.shown.getByLabel(NAME).fill("Lê Văn Mẫu");
  const isTold = (tab: Wizard) => tab.shown.getByText(words("told-other-tab")).isVisible();
  await expect.poll(async () => (await isTold(wizard)) || (await isTold(other))).toBe(true);
  const [own, others] = (await isTold(wizard)) ? [wizard, other] : [other, wizard];
  await noViolations(own.page, "both ways");
  await everyWay(own.page, "both ways");
  const wanted = own === wizard ? "Trần Thị Mẫu" : "Lê Văn Mẫu";
  await own.shown.getByRole("button", { name: new RegExp(words("told-take")) }).click();
  await expect(own.shown.getByLabel(NAME)).toHaveValue(wanted);
  await expect(own.shown.getByLabel(NAME)).toBeFocused();
  await expect(own.shown.getByText(words("told-other-tab"))).toHaveCount(0);
  await expect(others.shown.getByLabel(NAME)).toHaveValue(wanted);
});

test("a draft that was deleted in one tab is not written again by another, unless somebody wants to", async ({ page, wizard, context, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto(`${FORM}/who`);
  await wizard.at(FIRST_STEP);
  await wizard.fill(NAME, "Nguyễn Văn Mẫu");
  await isKept(wizard, "Nguyễn Văn Mẫu");
  const other = new Wizard(await context.newPage());
  await other.page.goto(`${FORM}/who`);
  await other.at(FIRST_STEP);
  await other.shown.getByRole("button", { name: words("delete-answers") }).click();
  await other.shown.getByRole("button", { name: words("draft-delete-yes"), exact: true }).click();
  await other.movedTo(words("home-title"));
  await expect(wizard.shown.getByText(words("tabs-gone"))).toBeVisible();
  await noViolations(page, "gone");
  await everyWay(page, "gone");
  await wizard.fill(NAME, "Nguyễn Văn Mẫu Hai");
  await wizard.goOn();
  await wizard.at("Địa chỉ và liên hệ");
  expect(await keptDraft(page, RESIDENCE)).toBeUndefined();
  await wizard.shown.getByRole("button", { name: words("tabs-keep") }).click();
  await expect(wizard.shown.getByRole("main")).toBeFocused();
  await isKept(wizard, "Nguyễn Văn Mẫu Hai");
  await expect(wizard.shown.getByText(words("tabs-gone"))).toHaveCount(0);
});

test("the button is pressed in two tabs at once: one dossier is sent, and both show it", async ({ page, wizard, context, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  const before = await portal.dossiers();
  const tabs = [wizard, new Wizard(await context.newPage())];
  for (const tab of tabs) {
    await tab.page.goto(`/procedures/${RESIDENCE}/review`);
    await tab.at(words("review-title"));
    await tab.declare();
  }
  await Promise.all(tabs.map((tab) => tab.send()));
  for (const tab of tabs) await tab.at(words("receipt-title"));
  const [one, other] = tabs.map((tab) => new URL(tab.page.url()).pathname);
  expect(one).toBe(other);
  expect(await portal.dossiers()).toHaveLength(before.length + 1);
});

test("what comes from another tab is shown on the check page and in a correction too, and what is shown is sent", async ({ page, wizard, context, portal, residence }) => {
  const officer = new Officer(portal);
  await putDraft(page, portal.url, residence);
  const other = new Wizard(await context.newPage());
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.at(words("review-title"));
  await other.page.goto(`${FORM}/who`);
  await other.fill(NAME, "Nguyễn Văn Mẫu Hai");
  await expect(wizard.answer(NAME)).toHaveText("Nguyễn Văn Mẫu Hai");
  await wizard.declare();
  await wizard.send();
  await wizard.at(words("receipt-title"));
  const code = await wizard.dossierCode();
  await officer.supplement(code, [{ pointer: "/answers/ap_tel", reason: "mismatch" }], "2026-12-31", "Số 1, phố Mẫu");
  const phone = (tab: Wizard) => tab.shown.getByLabel("Số điện thoại", { exact: true });
  for (const tab of [wizard, other]) {
    await tab.page.goto(`/dossiers/${code}/supplement`);
    await tab.at(words("supplement-title"));
  }
  await phone(other).fill("0987 654 321");
  await expect(phone(wizard)).toHaveValue("0987 654 321");
  await expect(wizard.shown.getByText(words("tabs-joined"))).toBeVisible();
  await noViolations(page, "a correction, joined");
  await other.shown.getByRole("button", { name: words("supplement-send") }).click();
  await other.at(new RegExp(`${words("receipt-title")}|${words("tracking-title")}`));
  await expect(wizard.shown.getByText(words("tabs-gone"))).toBeVisible();
  await noViolations(page, "a correction, sent in another tab");
  const { in_words } = await officer.read(code);
  expect(in_words.find(({ label }) => label === "Số điện thoại")?.value).toMatch(/0987 ?654 ?321/);
});

test.describe("a draft that cannot be read", () => {
  test.use({ expectedErrors: [[/the database is away/], { scope: "test" }] });

  test("its key is gone: that is said, nothing is written in its place, and with the key it is there again", async ({ page, wizard, portal, residence }) => {
    await putDraft(page, portal.url, residence);
    await page.goto(`${FORM}/who`);
    await wizard.at(FIRST_STEP);
    await wizard.fill(NAME, "Nguyễn Văn Mẫu Một");
    await isKept(wizard, "Nguyễn Văn Mẫu Một");
    const entry = async () => (await onDevice(page)).find(({ table, name }) => table === "drafts" && name === RESIDENCE)?.bytes;
    const before = await entry();
    // Where the app is not, nothing writes when the page goes.
    await page.goto("/settings.json");
    const key = await page.evaluate(() => {
      const key = localStorage.getItem("motcua.key")!;
      localStorage.setItem("motcua.key", "0".repeat(64));
      return key;
    });
    await page.goto(FORM);
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByText(words("tabs-not-read"))).toBeVisible();
    await noViolations(page, "not read");
    await everyWay(page, "not read");
    await wizard.fill(NAME, "Trần Thị Mẫu");
    await wizard.goOn();
    await expect(wizard.summary).toBeFocused();
    expect(await entry()).toEqual(before);
    await page.goto("/settings.json");
    await page.evaluate((key) => localStorage.setItem("motcua.key", key), key);
    await page.goto(`${FORM}/who`);
    await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu Một");
  });

  test("the database fails for a while: what is typed then is joined with what was there", async ({ page, wizard, portal, residence }) => {
    await putDraft(page, portal.url, residence);
    await page.goto(`${FORM}/who`);
    await wizard.at(FIRST_STEP);
    await wizard.fill(NAME, "Nguyễn Văn Mẫu Một");
    await isKept(wizard, "Nguyễn Văn Mẫu Một");
    await page.addInitScript(() => {
      const { get } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey) {
        if (sessionStorage.getItem("away")) throw new DOMException("the database is away", "UnknownError");
        return get.call(this, key);
      };
    });
    await page.evaluate(() => sessionStorage.setItem("away", "1"));
    await page.goto(`${FORM}/who`);
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByText(words("tabs-not-read"))).toBeVisible();
    await wizard.fill(NUMBER, "001 099 000 002");
    await expect(wizard.shown.getByText(words("saved-not-now"))).toBeVisible();
    await page.evaluate(() => sessionStorage.removeItem("away"));
    await wizard.fill(NUMBER, "001 099 000 003");
    await isKept(wizard, "Nguyễn Văn Mẫu Một", "001 099 000 003");
    await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu Một");
    await expect(wizard.shown.getByText(words("tabs-not-read"))).toHaveCount(0);
  });
});
