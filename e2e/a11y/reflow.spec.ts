// Every page fits: on 320 pixels, with text four times as large, on a wide window, and with the spaces
// that a reader's own style asks for. Nothing scrolls sideways, nothing is cut off, no short word is
// broken, and what can be pressed is at least 44 pixels high, but for links within sentences.
import type { Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { everyWay, fits, SMALL } from "../support/layout.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

/** Every page of a form, the last first: each is emptied and refused, so that its errors are seen too. */
async function everyStep(page: Page, wizard: Wizard, code: string, steps: [string, string][]): Promise<void> {
  for (const [step, heading] of [...steps].reverse()) {
    await test.step(heading, async () => {
      await page.goto(`/procedures/${code}/apply/${step}`);
      await wizard.at(heading);
      await everyWay(page, heading);
      for (const input of await wizard.shown.getByRole("textbox").all()) await input.fill("");
      for (const box of await wizard.shown.getByRole("combobox").all()) {
        await box.fill("Không có trong danh sách");
        await box.press("Tab");
      }
      await wizard.goOn();
      if (["household", "exchange", "members", "training"].includes(step)) return;
      await expect(wizard.summary).toBeFocused();
      await everyWay(page, `${heading}, with errors`);
    });
  }
}

test.beforeEach(async ({ page, portal, residence, licence }) => {
  await putDraft(page, portal.url, residence);
  await putDraft(page, portal.url, licence);
});

// [60]
test("the address sets the size of the text", async ({ page, wizard }) => {
  await page.setViewportSize(SMALL);
  await page.goto("/?text=400");
  await wizard.at(words("home-title"));
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "400");
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
  await fits(page, "the home page", 4);
  const size = await wizard.shown.getByRole("searchbox").evaluate((input) => parseFloat(getComputedStyle(input).fontSize));
  expect(size).toBeGreaterThanOrEqual(64);
});

test.describe("around a form", () => {
  // One of the addresses leads to a procedure that the portal does not have.
  test.use({ expectedErrors: [[/status of 404/], { scope: "test" }] });

  // [57] [58] [60]
  test("pages before and after a form", async ({ page, wizard, portal, context }) => {
    let [code, lookup] = ["", ""];
    await test.step("check page", async () => {
      await page.goto(`/procedures/${RESIDENCE}/review`);
      await wizard.at("Kiểm tra lại hồ sơ");
      await everyWay(page, "check page");
      await wizard.send();
      await expect(wizard.summary).toBeFocused();
      await everyWay(page, "check page, with an error");
    });
    await test.step("receipt", async () => {
      await wizard.declare();
      await wizard.send();
      await wizard.movedTo(words("receipt-title"));
      code = await wizard.dossierCode();
      lookup = await wizard.lookupCode();
      portal.officer(code, "accepted", "Đã nhận hồ sơ. Xem lại giayto-chung-minh-cho-o-hop-phap-ban-chup-lai-lan-2.pdf.");
      await page.reload();
      await expect(wizard.shown.getByText(words("status-accepted-do"))).toBeVisible();
      await everyWay(page, "receipt");
      await page.goto(`/procedures/${RESIDENCE}`);
      await page.goBack();
      await wizard.at(words("receipt-title"));
    });
    await test.step("home page, with a draft and a dossier", async () => {
      await page.goto("/");
      await expect(wizard.shown.getByRole("link", { name: new RegExp(code) })).toBeVisible();
      await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
      await wizard.shown.getByRole("button", { name: /^Xóa: / }).click();
      await wizard.shown.getByRole("button", { name: words("track-button") }).click();
      await expect(wizard.shown.getByText(words("track-code-missing"))).toBeVisible();
      await everyWay(page, "home page");
    });
    for (const [path, heading] of [
      [`/procedures/${RESIDENCE}`, "Đăng ký tạm trú"],
      [`/procedures/${LICENCE}`, "Đổi giấy phép lái xe"],
      ["/preferences", words("preferences-title")],
      ["/khong-co", words("not-found-title")],
      ["/procedures/9.999999", words("trouble-not-found-title")],
    ] as const) {
      await test.step(heading, async () => {
        await page.goto(path);
        await wizard.at(heading);
        await wizard.unfoldAll();
        await everyWay(page, heading);
      });
    }
    await test.step("tracking with a proof, on another device", async () => {
      const elsewhere = await context.browser()!.newContext({ baseURL: portal.url, locale: "vi-VN" });
      const other = await elsewhere.newPage();
      await other.goto(`/dossiers/${code}`);
      await other.getByRole("button", { name: words("proof-button") }).click();
      await expect(other.getByText(words("proof-missing"))).toBeVisible();
      await everyWay(other, "proof");
      await other.getByLabel(words("proof-label")).fill(lookup);
      await other.getByRole("button", { name: words("proof-button") }).click();
      await expect(other.getByRole("heading", { level: 1, name: words("tracking-title") })).toBeVisible();
      await everyWay(other, "tracking");
      await elsewhere.close();
    });
  });
});

// [57] [58] [60]
test("every step of temporary residence", async ({ page, wizard }) => {
  await everyStep(page, wizard, RESIDENCE, [
    ["who", "Thông tin của bạn"],
    ["contact", "Địa chỉ và liên hệ"],
    ["place", "Nơi tạm trú"],
    ["household", "Bạn là chủ hộ?"],
    ["head", "Thông tin của chủ hộ"],
    ["members", "Người cùng đăng ký"],
    ["members/1", "Người 1"],
  ]);
});

// [57] [58] [60]
test("every step of the driving licence exchange", async ({ page, wizard, files }) => {
  await page.goto(`/procedures/${LICENCE}/apply/documents`);
  await wizard.upload("Giấy phép lái xe, mặt trước", files.png);
  await wizard.attach("Ảnh chân dung", files.tiny);
  await everyStep(page, wizard, LICENCE, [
    ["who", "Thông tin của bạn"],
    ["contact", "Địa chỉ và liên hệ"],
    ["licence", "Giấy phép lái xe hiện có"],
    ["exchange", "Đề nghị đổi"],
    ["training", "Nơi đã học lái xe"],
    ["health", "Giấy khám sức khỏe"],
    ["documents", "Giấy tờ kèm theo"],
  ]);
});
