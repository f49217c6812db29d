// The main job: a citizen finds "Đổi giấy phép lái xe", fills in the real form with real photos, sends
// it, and comes back tomorrow to see where it stands.
import { noViolations } from "../support/axe.ts";
import { keptDraft, LICENCE, sameAsFixture } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import { fillDrivingLicence } from "./sample.ts";

// [17] [23] [64] [99]
test("from search to tracking", async ({ page, wizard, files, portal }) => {
  await page.goto("/");
  await wizard.at("Làm thủ tục hành chính");
  await noViolations(page);

  await page.getByRole("searchbox", { name: "Tìm thủ tục" }).fill("doi giay phep");
  await expect(page.getByRole("status").filter({ hasText: /Tìm thấy \d+ thủ tục/ })).toBeAttached();
  await expect(page).toHaveURL(/\?q=doi%20giay%20phep$/);
  await noViolations(page);
  const found = wizard.shown.getByRole("list").getByRole("link").first();
  await expect(found).toHaveText("Đổi giấy phép lái xe");
  await found.click();

  await wizard.movedTo("Đổi giấy phép lái xe");
  await expect(wizard.shown.getByText("135.000 đồng")).toBeVisible();
  await expect(wizard.shown.getByText("5 ngày làm việc")).toBeVisible();
  await noViolations(page);
  await page.getByRole("link", { name: "Bắt đầu", exact: true }).click();

  await fillDrivingLicence(wizard, files);

  await wizard.movedTo("Kiểm tra lại hồ sơ");
  const { kept, fixture } = sameAsFixture((await keptDraft(page, LICENCE))!);
  expect(kept, "the draft that other tests begin with; UPDATE=1 writes it anew").toEqual(fixture);
  await expect(wizard.answer("Số giấy phép lái xe")).toHaveText("010 123 456 789");
  await expect(wizard.answer("Nơi thường trú")).toContainText("Phường Ba Đình");
  await noViolations(page);

  // Without the declaration nothing is sent.
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await noViolations(page);
  await wizard.shown.getByRole("checkbox", { name: /cam đoan/ }).check();
  await wizard.send();

  await wizard.movedTo("Đã gửi hồ sơ");
  const code = await wizard.dossierCode();
  expect(code).toMatch(/^H00\.00\.00-\d{6}-\d{4,}$/);
  await expect(wizard.shown.getByText("Mới đăng ký").first()).toBeVisible();
  await noViolations(page);

  // Back does not offer to send it again.
  await page.goBack();
  await wizard.at("Hồ sơ này đã gửi");
  await noViolations(page);

  // Tomorrow, on the same device: the home page knows it, and the status has changed.
  portal.officer(code, "accepted");
  portal.officer(code, "in-progress", "Đang kiểm tra giấy phép.");
  await page.goto("/");
  const dossier = page.getByRole("link", { name: new RegExp(code) });
  await expect(dossier).toBeVisible();
  await expect(wizard.shown.getByRole("heading", { name: "Hồ sơ đang làm dở" })).toHaveCount(0);
  await dossier.click();
  await wizard.movedTo("Tình trạng hồ sơ");
  await expect(wizard.shown.getByText("Cơ quan đang giải quyết")).toBeVisible();
  await expect(wizard.shown.getByText("Đang kiểm tra giấy phép.").first()).toBeVisible();
  await noViolations(page);
});

test("tracking from another device needs the code and a proof", async ({ page, wizard, files, portal, browser }) => {
  await page.goto("/procedures/3.000347/apply");
  await fillDrivingLicence(wizard, files);
  await wizard.shown.getByRole("checkbox", { name: /cam đoan/ }).check();
  await wizard.send();
  await wizard.at("Đã gửi hồ sơ");
  const code = await wizard.dossierCode();
  const lookup = await wizard.lookupCode();

  const context = await browser.newContext({ baseURL: portal.url, locale: "vi-VN" });
  const other = await context.newPage();
  await other.goto("/");
  await other.getByLabel("Mã hồ sơ").fill(` ${code.toLowerCase()} `);
  await other.getByRole("button", { name: "Tra cứu" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Tra cứu hồ sơ" })).toBeFocused();
  await noViolations(other);
  const proof = other.getByLabel(words("proof-label"));
  await other.getByRole("button", { name: "Xem hồ sơ" }).click();
  await expect(proof).toBeFocused();
  await expect(proof).toHaveAccessibleDescription(new RegExp(words("proof-missing")));
  // A number of the applicant, which others may know, is no proof.
  await proof.fill("001099000001");
  await other.getByRole("button", { name: "Xem hồ sơ" }).click();
  await expect(proof).toHaveAccessibleDescription(new RegExp(words("proof-wrong")));
  await noViolations(other);
  await proof.fill(lookup);
  await other.getByRole("button", { name: "Xem hồ sơ" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Tình trạng hồ sơ" })).toBeFocused();
  await expect(other.getByText("Mới đăng ký").first()).toBeVisible();
  await noViolations(other);
  await context.close();
});

// [24] [98]
test("class A1 alone needs no health certificate; adding B brings the step in, and its answers come back", async ({ page, wizard, files }) => {
  await page.goto("/procedures/3.000347/apply");
  await fillDrivingLicence(wizard, files);
  await wizard.at("Kiểm tra lại hồ sơ");
  const change = (what: string) => wizard.shown.getByRole("link", { name: `Sửa ${what}`, exact: true }).click();
  const health = wizard.shown.getByRole("heading", { name: "Giấy khám sức khỏe" });
  await expect(health).toBeVisible();

  await change("Hạng giấy phép");
  const b2 = wizard.shown.getByRole("checkbox", { name: /^B2/ });
  await b2.uncheck();
  await wizard.shown.getByRole("checkbox", { name: /^A1.*luật cũ/ }).check();
  await wizard.goOn();
  // What was asked for no longer fits: the page says so.
  await wizard.at("Đề nghị đổi");
  await wizard.shown.getByRole("group", { name: /Đề nghị đổi sang hạng/ }).getByRole("radio").first().check();
  await wizard.goOn();
  await wizard.movedTo("Kiểm tra lại hồ sơ");
  await expect(health).toHaveCount(0);

  await change("Hạng giấy phép");
  await b2.check();
  await wizard.goOn();
  await wizard.movedTo("Kiểm tra lại hồ sơ");
  await expect(health).toBeVisible();
  await expect(wizard.answer("Cơ sở khám")).toHaveText("Bệnh viện Mẫu");
});
