// Temporary residence, with the people who register together as a list.
import { basename } from "node:path";
import { Wizard } from "../pages/wizard.ts";
import { noViolations } from "../support/axe.ts";
import { keptDraft, putDraft, RESIDENCE, sameAsFixture } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import { fillTemporaryResidence } from "./sample.ts";

// [95] [104]
test("from search to tracking", async ({ page, wizard, files, portal, browser }) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("tam tru");
  await expect(page).toHaveURL(/\?q=tam%20tru$/);
  await wizard.shown.locator(".results").getByRole("link", { name: "Đăng ký tạm trú", exact: true }).click();
  await wizard.movedTo("Đăng ký tạm trú");
  await noViolations(page);
  await page.getByRole("link", { name: "Bắt đầu", exact: true }).click();
  await wizard.movedTo("Thông tin của bạn");
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  // The picture of the README.
  if (process.env.UPDATE) await page.screenshot({ path: "../docs/pictures/step.png" });
  await fillTemporaryResidence(wizard, files);
  const { kept, fixture } = sameAsFixture((await keptDraft(page, RESIDENCE))!);
  expect(kept, "the draft that other tests begin with; UPDATE=1 writes it anew").toEqual(fixture);
  await expect(wizard.answer("Ngày sinh")).toHaveText("1990");
  await expect(wizard.shown.getByRole("heading", { name: "Người 2" })).toBeVisible();
  await noViolations(page);

  await test.step("answers that ask for papers lead to them, and then back to the check page", async () => {
    await wizard.shown.getByRole("link", { name: /^Sửa Giấy tờ chỗ ở đã có/ }).click();
    await wizard.movedTo("Nơi tạm trú");
    await wizard.choose(/Giấy tờ chỗ ở/, "Không hoặc không rõ");
    await wizard.goOn();
    await wizard.movedTo(/Giấy tờ/);
    await wizard.upload("Giấy tờ chứng minh chỗ ở hợp pháp", files.pdf, files.card);
    await noViolations(page);
    await wizard.goOn();
    await wizard.movedTo("Kiểm tra lại hồ sơ");
    await wizard.shown.getByRole("link", { name: "Sửa Chủ hộ đồng ý", exact: true }).click();
    await wizard.movedTo("Ý kiến đồng ý");
    await wizard.choose(/Chủ hộ đồng ý/, "Bằng văn bản");
    await wizard.goOn();
    await wizard.movedTo("Giấy tờ kèm theo");
    await wizard.upload("Văn bản đồng ý", files.png);
    await wizard.goOn();
    await wizard.movedTo("Kiểm tra lại hồ sơ");
    const papers = wizard.answer("Giấy tờ chứng minh chỗ ở hợp pháp");
    await expect(papers).toContainText(basename(files.pdf));
    await expect(papers).toContainText(basename(files.card));
  });

  await wizard.declare();
  await wizard.send();
  await wizard.movedTo(words("receipt-title"));
  await noViolations(page);
  const code = await wizard.dossierCode();
  const lookup = await wizard.lookupCode();

  await test.step("the officer asks for something: the citizen sees what to do first, and why", async () => {
    for (const status of ["accepted", "in-progress"]) portal.officer(code, status);
    portal.officer(code, "documents-requested", "Chụp lại trang 2 của hợp đồng.");
    await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
    await expect(wizard.shown.getByText(words("status-documents-requested-do"))).toBeVisible();
    await expect(wizard.shown.getByText("Chụp lại trang 2 của hợp đồng.").first()).toBeVisible();
    const history = wizard.shown.getByRole("list").filter({ hasText: words("status-submitted") });
    await expect(history.getByRole("listitem")).toHaveText([
      new RegExp(words("status-documents-requested")),
      new RegExp(words("status-in-progress")),
      new RegExp(words("status-accepted")),
      new RegExp(words("status-submitted")),
    ]);
    await noViolations(page);
  });

  await test.step("the same on another device, with the code and the word of the receipt", async () => {
    const context = await browser.newContext({ baseURL: portal.url, locale: "vi-VN" });
    const other = new Wizard(await context.newPage());
    await other.page.goto("/");
    await other.fill(words("track-code"), code);
    await other.shown.getByRole("button", { name: words("track-button") }).click();
    await other.movedTo(words("proof-title"));
    await other.fill(words("proof-label"), lookup);
    await other.shown.getByRole("button", { name: words("proof-button") }).click();
    await other.movedTo(words("tracking-title"));
    await expect(other.shown.getByText(words("status-documents-requested-do"))).toBeVisible();
    await context.close();
  });

  await test.step("the home page knows it, until it is told to forget it", async () => {
    await page.goto("/");
    await wizard.shown.getByRole("link", { name: new RegExp(code) }).click();
    await wizard.movedTo(words("tracking-title"));
    await wizard.shown.getByRole("button", { name: words("forget-button") }).click();
    await wizard.movedTo(words("home-title"));
    await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú" })).toBeVisible();
    await expect(page.getByText(code)).toHaveCount(0);
  });
});

// [29] [66]
test("dates check each other, and a person can be changed and removed", async ({ page, wizard, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.shown.getByRole("link", { name: "Sửa Tạm trú đến ngày" }).click();
  await wizard.movedTo("Nơi tạm trú");
  for (const year of ["2025", "2029"]) {
    await wizard.date(/^Tạm trú đến ngày/, "15", "11", year);
    await wizard.goOn();
    await expect(wizard.summary).toBeFocused();
    await wizard.summary.getByRole("link").first().click();
    await expect(wizard.shown.getByRole("group", { name: /^Tạm trú đến ngày/ }).getByLabel("Ngày")).toBeFocused();
  }
  await wizard.date(/^Tạm trú đến ngày/, "15", "11", "2028");
  await wizard.goOn();
  await wizard.movedTo("Kiểm tra lại hồ sơ");

  await page.goto("/procedures/1.004194/apply/members");
  await wizard.shown.getByRole("link", { name: "Sửa: Lê Thị Mẫu" }).click();
  await wizard.movedTo("Người 1");
  await wizard.fill("Họ, chữ đệm và tên của người này", "Lê Thị Mẫu Hai");
  await wizard.goOn();
  await wizard.movedTo("Người cùng đăng ký");
  await wizard.shown.getByRole("button", { name: "Bỏ: Nguyễn Mẫu" }).click();
  await expect(wizard.shown.getByRole("button", { name: /^Thêm/ })).toBeFocused();
  await expect(wizard.shown.getByText("Lê Thị Mẫu Hai", { exact: true })).toBeVisible();
  await expect(wizard.shown.getByText("Nguyễn Mẫu", { exact: true })).toHaveCount(0);
});
