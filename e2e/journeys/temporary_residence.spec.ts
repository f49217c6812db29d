// Temporary residence, with the people who register together as a list.
import { noViolations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";
import { fillTemporaryResidence } from "./sample.ts";

test("from search to tracking", async ({ page, wizard, files }) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("tam tru");
  await page.getByRole("link", { name: "Đăng ký tạm trú" }).click();
  await wizard.movedTo("Đăng ký tạm trú");
  await noViolations(page);
  await page.getByRole("link", { name: "Bắt đầu" }).click();
  await wizard.movedTo("Thông tin của bạn");
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await page.screenshot({ path: "../docs/pictures/step.png" });
  await fillTemporaryResidence(wizard, files, { eachPage: () => noViolations(page) });
  await expect(wizard.answer("Ngày sinh")).toHaveText("1990");
  await expect(wizard.shown.getByRole("heading", { name: "Người 2" })).toBeVisible();
  await noViolations(page);
  await wizard.shown.getByRole("checkbox", { name: /cam đoan/ }).check();
  await wizard.send();
  await wizard.movedTo("Đã gửi hồ sơ");
  await noViolations(page);
});

test("dates check each other, and a person can be changed and removed", async ({ page, wizard, files }) => {
  await page.goto("/procedures/1.004194/apply");
  await fillTemporaryResidence(wizard, files);
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
