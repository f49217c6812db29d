// Drafts: what was typed is on the device, whatever becomes of the page, and goes when it is told to.
import { chromium, type Page } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Wizard } from "../pages/wizard.ts";
import { noViolations } from "../support/axe.ts";
import { now, setClock } from "../support/clock.ts";
import { keptDraft, LICENCE, onDevice, putDraft, RESIDENCE, unlocked } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import { fillTemporaryResidence } from "./sample.ts";

const NAME = "Họ, chữ đệm và tên";
const FIRST_STEP = "Thông tin của bạn";
const SAVED = /^Đã lưu trên máy này: .*\d{1,2}:\d{2}/;

/** Types something that is right, something half done and something wrong; it is kept by itself. */
async function type(wizard: Wizard): Promise<void> {
  await wizard.at(FIRST_STEP);
  await expect(wizard.shown.getByText(words("saved-not-yet"))).toBeVisible();
  await wizard.fill(NAME, "Nguyễn Văn Mẫu ");
  await wizard.date(/^Ngày sinh/, "31", "2", "");
  await wizard.choose(/Giới tính/, "Nữ");
  await wizard.fill("Số định danh cá nhân", "00109 abc");
  await expect(wizard.shown.getByText(SAVED)).toBeVisible();
  // Said after the first pause already; the last answer follows after the next.
  await expect.poll(async () => (await keptDraft(wizard.page, RESIDENCE)) ?? "").toContain("00109 abc");
}

/** It is all there again, to the letter. */
async function isThere(wizard: Wizard): Promise<void> {
  await wizard.at(FIRST_STEP);
  await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu ");
  const born = wizard.shown.getByRole("group", { name: /^Ngày sinh/ });
  await expect(born.getByLabel(words("date-day"))).toHaveValue("31");
  await expect(born.getByLabel(words("date-month"))).toHaveValue("2");
  await expect(born.getByLabel(words("date-year"))).toHaveValue("");
  await expect(wizard.shown.getByRole("radio", { name: "Nữ", exact: true })).toBeChecked();
  await expect(wizard.shown.getByLabel("Số định danh cá nhân")).toHaveValue("00109 abc");
  // Nobody has pressed Continue yet.
  await expect(wizard.summary).toHaveCount(0);
}

// [20]
test("what was typed is there again after a reload, a crash, and a page that was closed", async ({ page, wizard, context }) => {
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await type(wizard);

  await test.step("reload", async () => {
    await page.reload();
    await isThere(wizard);
  });

  await test.step("reload before the pause is over in which nothing is written", async () => {
    await wizard.fill(NAME, "Nguyễn Văn");
    await page.reload();
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn");
    await wizard.fill(NAME, "Nguyễn Văn Mẫu ");
  });

  await test.step("crash", async () => {
    await expect.poll(() => keptDraft(page, RESIDENCE)).toContain("Nguyễn Văn Mẫu ");
    const crashed = page.waitForEvent("crash");
    const session = await context.newCDPSession(page);
    // Nothing answers that any more.
    void session.send("Page.crash").catch(() => {});
    await crashed;
    const next = await context.newPage();
    await next.goto(`/procedures/${RESIDENCE}/apply/who`);
    await isThere(new Wizard(next));
    await next.close();
  });

  await test.step("a new visit that begins on the home page", async () => {
    const next = await context.newPage();
    const later = new Wizard(next);
    await next.goto("/");
    await later.shown.getByRole("link", { name: words("draft-continue", { name: "Đăng ký tạm trú" }) }).click();
    await isThere(later);
    await expect(later.heading).toBeFocused();
  });
});

test("the browser is closed and started again: the draft is there, and tomorrow the dossier that was sent", async ({ portal, residence }) => {
  const profile = mkdtempSync(join(tmpdir(), "motcua-profile-"));
  const { launchOptions, locale, timezoneId } = test.info().project.use;
  const visit = async (does: (wizard: Wizard) => Promise<void>) => {
    const browser = await chromium.launchPersistentContext(profile, { ...launchOptions, locale, timezoneId, baseURL: portal.url });
    await setClock(browser);
    await does(new Wizard(await browser.newPage()));
    await browser.close();
  };
  let code = "";
  await visit(async (wizard) => {
    await wizard.page.goto(`/procedures/${RESIDENCE}/apply`);
    await type(wizard);
  });
  await visit(async (wizard) => {
    await wizard.page.goto(`/procedures/${RESIDENCE}`);
    await wizard.shown.getByRole("link", { name: words("start-continue") }).click();
    await isThere(wizard);
    await wizard.page.goto("about:blank");
    await putDraft(wizard.page, portal.url, residence);
    await wizard.page.goto(`/procedures/${RESIDENCE}/review`);
    await wizard.declare();
    await wizard.send();
    await wizard.movedTo(words("receipt-title"));
    code = await wizard.dossierCode();
    // The receipt is kept before the draft goes.
    await expect.poll(() => keptDraft(wizard.page, RESIDENCE)).toBeUndefined();
  });
  portal.officer(code, "accepted");
  await visit(async (wizard) => {
    await wizard.page.goto("/");
    await wizard.shown.getByRole("link", { name: new RegExp(code) }).click();
    await wizard.movedTo(words("tracking-title"));
    await expect(wizard.shown.getByText(words("status-accepted-do"))).toBeVisible();
    await wizard.page.goto("/");
    await expect(wizard.shown.getByRole("link", { name: new RegExp(code) })).toBeVisible();
    await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toHaveCount(0);
  });
  rmSync(profile, { recursive: true, force: true });
});

// [29]
// [88]
test("the home page lists drafts, goes on with them, and deletes one on request", async ({ page, wizard, portal, residence, licence }) => {
  await putDraft(page, portal.url, residence);
  await putDraft(page, portal.url, licence);
  await page.goto("/");
  const list = wizard.shown.getByRole("region", { name: words("drafts-title") });
  const draft = (name: string) => list.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  const [stay, exchange] = [draft("Đăng ký tạm trú"), draft("Đổi giấy phép lái xe")];

  await test.step("procedure, step and time", async () => {
    await expect(stay.getByText(/^Đã lưu lúc .*\d{1,2}:\d{2}/)).toBeVisible();
    await expect(exchange.getByText("Đang ở bước: Giấy tờ kèm theo")).toBeVisible();
    await expect(list.getByText(words("drafts-where"))).toBeVisible();
    await noViolations(page);
  });

  await test.step("a step further on is the step that it says", async () => {
    await page.goto(`/procedures/${RESIDENCE}/apply/head`);
    await wizard.at("Thông tin của chủ hộ");
    await wizard.fill("Họ tên chủ hộ", "Trần Thị Mẫu Hai");
    await page.getByRole("banner").getByRole("link").nth(1).click();
    await wizard.movedTo(words("home-title"));
    await expect(stay.getByText("Đang ở bước: Thông tin của chủ hộ")).toBeVisible();
    // It is the latest: it comes first.
    await expect(list.getByRole("heading", { level: 3 })).toHaveText(["Đăng ký tạm trú", "Đổi giấy phép lái xe"]);
  });

  const remove = stay.getByRole("button", { name: words("draft-delete", { name: "Đăng ký tạm trú" }) });
  await test.step("it asks before it deletes, and can be told not to", async () => {
    await remove.click();
    await expect(stay.getByRole("group", { name: words("draft-delete-sure") })).toBeFocused();
    await noViolations(page);
    await stay.getByRole("button", { name: words("draft-delete-no") }).click();
    await expect(stay.getByText(words("draft-delete-sure"))).toHaveCount(0);
    await expect(remove).toBeFocused();
  });

  await test.step("it deletes this one and says so; the focus is on something of the page", async () => {
    await remove.click();
    await stay.getByRole("button", { name: words("draft-delete-yes") }).click();
    await expect(stay).toHaveCount(0);
    await expect(exchange).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: words("draft-deleted") })).toBeAttached();
    await expect(wizard.shown.locator(":focus")).toBeVisible();
    expect(await keptDraft(page, RESIDENCE)).toBeUndefined();
  });

  await test.step("it is gone: the form begins anew, and the other one goes on", async () => {
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByLabel(NAME)).toHaveValue("");
    await page.goto("/");
    await list.getByRole("link", { name: words("draft-continue", { name: "Đổi giấy phép lái xe" }) }).click();
    await wizard.movedTo("Giấy tờ kèm theo");
  });
});

test("[90] answers are deleted on a page of the form, after a question that knows what became of sending", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at("Thông tin của bạn");
  const remove = wizard.shown.getByRole("button", { name: words("delete-answers") });
  // What stands below a form has come, and this is not among it.
  await expect(wizard.shown.getByRole("button", { name: words("keep-in-tab") })).toBeVisible();
  await expect(remove).toHaveCount(0);
  await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
  await remove.focus();
  await page.keyboard.press("Enter");
  await expect(wizard.shown.getByRole("group", { name: words("draft-delete-sure") })).toBeFocused();
  await noViolations(page);
  await page.keyboard.press("Tab");
  await expect(wizard.shown.getByRole("button", { name: words("draft-delete-yes") })).toBeFocused();
  await page.keyboard.press("Enter");
  await wizard.movedTo(words("home-title"));
  await expect.poll(() => keptDraft(page, RESIDENCE)).toBeUndefined();
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at("Thông tin của bạn");
  await expect(wizard.shown.getByLabel("Họ, chữ đệm và tên")).toHaveValue("");
});

/** What of it stands on the device as anybody could read it. */
async function readable(page: Page, ...texts: string[]): Promise<string[]> {
  const all = await onDevice(page);
  expect(all.length).toBeGreaterThan(0);
  const entries = all.map(({ table, name, bytes }) => `${table} ${name} ${Buffer.from(bytes).toString("utf8")}`);
  return entries.filter((entry) => texts.some((text) => entry.includes(text)));
}

test.describe("a file that cannot go out", () => {
  test.use({ expectedErrors: [[/ERR_FAILED/], { scope: "test" }] });

  test("[90] what is on the device is locked: answers, files, what is sent, the receipt", async ({ page, wizard, portal, residence, licence, files }) => {
    await putDraft(page, portal.url, residence);
    await putDraft(page, portal.url, licence);
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await wizard.fill("Số điện thoại", "0987 654 321");
    await expect.poll(() => keptDraft(page, RESIDENCE)).toContain("0987 654 321");
    // The other draft has not been written by the app yet.
    const own = async () => (await readable(page, "0987", "Mẫu", "answers")).filter((entry) => !entry.startsWith(`drafts ${LICENCE}`));
    expect(await own()).toEqual([]);

    await test.step("a file that the portal does not have yet", async () => {
      await page.route(/\/uploads/, (route) => route.abort());
      await page.goto(`/procedures/${LICENCE}/apply/documents`);
      await wizard.attach("Ảnh chân dung", files.portrait);
      await expect.poll(async () => (await onDevice(page)).some(({ table }) => table === "files")).toBe(true);
      // A JPEG says what it is in its first bytes.
      const [file] = (await onDevice(page)).filter(({ table }) => table === "files");
      expect(file!.bytes.slice(0, 2)).not.toEqual([0xff, 0xd8]);
      await page.unroute(/\/uploads/);
      await page.reload();
      await expect(wizard.shown.getByText(words("file-arrived"))).toBeVisible();
    });

    await test.step("the receipt", async () => {
      await page.goto(`/procedures/${RESIDENCE}/review`);
      await wizard.declare();
      await wizard.send();
      await wizard.movedTo(words("receipt-title"));
      const lookup = await wizard.lookupCode();
      expect(await readable(page, lookup, "Tạm trú", "receipt")).toEqual([]);
      await page.reload();
      expect(await wizard.lookupCode(), "the app itself can read it").toBe(lookup);
    });
  });
});

test.describe("[90] a device that others use", () => {
  const inTab = /^Chỉ giữ đến khi bạn đóng trang\. Đã lưu: .*\d{1,2}:\d{2}/;

  test("what is filled in survives loading the page again, and nobody reads it when the tab is closed", async ({ page, wizard, context }) => {
    await page.goto(`/procedures/${LICENCE}`);
    const start = wizard.shown.getByRole("link", { name: words("start-shared") });
    await expect(start).toHaveAccessibleDescription(words("start-shared-hint"));
    await start.click();
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByText(words("saved-not-yet-in-tab"))).toBeVisible();
    await wizard.fill(NAME, "Nguyễn Văn Mẫu");
    await expect(wizard.shown.getByText(inTab)).toBeVisible();
    await page.reload();
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu");

    await test.step("the home page of this tab has it, that of another does not", async () => {
      await page.getByRole("banner").getByRole("link", { name: "Cổng dịch vụ công mẫu" }).click();
      await expect(wizard.shown.getByText(words("drafts-where-in-tab"))).toBeVisible();
      const other = new Wizard(await context.newPage());
      await other.page.goto("/");
      await expect(other.shown.getByRole("link", { name: "Đổi giấy phép lái xe", exact: true })).toBeVisible();
      await expect(other.shown.getByRole("heading", { name: words("drafts-title") })).toHaveCount(0);
      await other.page.goto(`/procedures/${LICENCE}/apply`);
      await other.at(FIRST_STEP);
      await expect(other.shown.getByLabel(NAME)).toHaveValue("");
      await other.fill(NAME, "Trần Thị Mẫu");
      await expect(other.shown.getByText(SAVED)).toBeVisible();
      await other.page.close();
      await page.goBack();
      await wizard.at(FIRST_STEP);
      await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu");
    });

    // Half of the key goes with the tab, half the browser forgets within moments (engines/reopened.spec.ts).
    const [half, other] = await page.evaluate(() => [sessionStorage.getItem("motcua.tab")!.slice(0, 64), document.cookie.split("=")[1]!]);
    const bytes = (hex: string) => Buffer.from(hex, "hex");
    const tab = Buffer.from(bytes(half!).map((byte, n) => byte ^ bytes(other!)[n]!)).toString("hex");
    await page.close();
    const next = await context.newPage();
    await next.goto("/icon.svg");
    const left = (await onDevice(next)).filter(({ name }) => name.startsWith("tab-"));
    expect(left.map(({ table }) => table)).toEqual(["drafts"]);
    expect(unlocked(left[0]!.bytes, tab), "the key that is gone was the right one").toContain("Nguyễn Văn Mẫu");
    const key = await next.evaluate(() => localStorage.getItem("motcua.key")!);
    for (const wrong of [key, half!, other!]) expect(() => unlocked(left[0]!.bytes, wrong)).toThrow();
    expect(await readable(next, "Nguyễn Văn Mẫu")).toEqual([]);
    });

  test("who has begun can say so later, and think better of it: the draft goes along", async ({ page, wizard, context }) => {
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(FIRST_STEP);
    await wizard.fill(NAME, "Nguyễn Văn Mẫu");
    await expect(wizard.shown.getByText(SAVED)).toBeVisible();
    await wizard.shown.getByRole("button", { name: words("keep-in-tab") }).click();
    await expect(page.getByRole("status").filter({ hasText: words("keep-in-tab-done") })).toHaveCount(1);
    await expect(wizard.shown.getByText(inTab)).toBeVisible();
    const other = new Wizard(await context.newPage());
    await other.page.goto(`/procedures/${RESIDENCE}/apply`);
    await other.at(FIRST_STEP);
    await expect(other.shown.getByLabel(NAME)).toHaveValue("");
    await other.page.close();

    await wizard.fill(NAME, "Nguyễn Văn Mẫu B");
    await page.reload();
    await wizard.at(FIRST_STEP);
    await expect(wizard.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu B");
    const back = wizard.shown.getByRole("button", { name: words("keep-on-device") });
    await back.focus();
    await page.keyboard.press("Enter");
    await expect(wizard.shown.getByText(SAVED)).toBeVisible();
    await expect(wizard.shown.getByRole("button", { name: words("keep-in-tab") })).toBeFocused();
    await page.close();
    const again = new Wizard(await context.newPage());
    await again.page.goto(`/procedures/${RESIDENCE}/apply`);
    await again.at(FIRST_STEP);
    await expect(again.shown.getByLabel(NAME)).toHaveValue("Nguyễn Văn Mẫu B");
  });

  test("what a tab has left behind is cleared away two days later", async ({ page, wizard, portal, residence }) => {
    await putDraft(page, portal.url, residence);
    await page.goto("/icon.svg");
    const names = [47, 49].map((hours) => `tab-${now() - hours * 3_600_000}-0123456789abcdef ${LICENCE}`);
    for (const name of names) await putDraft(page, portal.url, JSON.stringify({ procedure: name }));
    await page.goto("/");
    await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toBeVisible();
    const left = async () => (await onDevice(page)).map(({ name }) => name);
    await expect.poll(left).toEqual([RESIDENCE, names[0]]);
  });
});

test("a draft that is deleted after it was open begins anew without a reload", async ({ page, wizard, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.fill("Số điện thoại", "0987 654 321");
  await page.getByRole("banner").getByRole("link").nth(1).click();
  await wizard.movedTo(words("home-title"));
  await wizard.shown.getByRole("button", { name: /^Xóa: / }).click();
  await wizard.shown.getByRole("button", { name: words("draft-delete-yes") }).click();
  await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toHaveCount(0);
  await wizard.shown.getByRole("link", { name: "Đăng ký tạm trú" }).click();
  await wizard.movedTo("Đăng ký tạm trú");
  await wizard.shown.getByRole("link", { name: words("start-button"), exact: true }).click();
  await wizard.movedTo(FIRST_STEP);
  await expect(wizard.shown.getByLabel(NAME)).toHaveValue("");
});

test.describe("a device that keeps nothing", () => {
  const FAILS: Record<string, () => void> = {
    "its database refuses": () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no storage here", "SecurityError");
      };
    },
    "its database fails": () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (this: IDBFactory, name: string) {
        const request = open.call(this, name, 2);
        request.addEventListener("upgradeneeded", () => request.transaction?.abort());
        return request;
      };
    },
  };

  for (const [how, breaks] of Object.entries(FAILS)) {
    // [87]
    test(`${how}: the page says so, the form works, and the receipt is shown`, async ({ page, wizard, files, portal, context }) => {
      await page.addInitScript(breaks);
      await page.goto("/");
      await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú" })).toBeVisible();
      await page.goto(`/procedures/${RESIDENCE}/apply`);
      await wizard.at(FIRST_STEP);
      await wizard.fill(NAME, "Nguyễn Văn Mẫu");
      await expect(wizard.shown.getByText(words("saved-not-kept"))).toBeVisible();
      await expect(wizard.shown.getByRole("button", { name: words("continue") })).toHaveAccessibleDescription(words("saved-not-kept"));
      if (how === "its database refuses") return;

      await fillTemporaryResidence(wizard, files);
      await expect(wizard.shown.getByText(words("saved-not-kept"))).toBeVisible();
      await wizard.declare();
      await wizard.send();
      await wizard.movedTo(words("receipt-title"));
      const code = await wizard.dossierCode();
      const lookup = await wizard.lookupCode();
      expect(lookup).not.toBe("");
      await noViolations(page);

      await test.step("the code and the proof open it elsewhere", async () => {
        const other = await (await context.browser()!.newContext({ baseURL: portal.url, locale: "vi-VN" })).newPage();
        await other.goto(`/dossiers/${code}`);
        await other.getByLabel(words("proof-label")).fill(lookup);
        await other.getByRole("button", { name: words("proof-button") }).click();
        await expect(other.getByRole("heading", { level: 1, name: words("tracking-title") })).toBeVisible();
        await other.context().close();
      });
    });
  }
});
