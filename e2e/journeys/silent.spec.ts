// What stands in an input counts, also where nobody was told of it: a screen reader's "set value", dictation, password
// managers and programs that fill forms in need not send an event.
import type { Locator } from "@playwright/test";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

/** Sets it as another program does: past the page. */
const set = (input: Locator, text: string) =>
  input.evaluate((input, text) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input) as object, "value")!;
    set!.call(input, text);
  }, text);
const tick = (input: Locator) =>
  input.evaluate((input) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "checked")!;
    set!.call(input, true);
  });

test("every kind of question, before Continue, before a link and before sending", async ({ page, wizard, portal, residence, licence }) => {
  test.slow();
  const { shown } = wizard;
  await putDraft(page, portal.url, residence);

  await test.step("text, a date, one of several; then Continue", async () => {
    await page.goto(`/procedures/${RESIDENCE}/apply/who`);
    await wizard.at("Thông tin của bạn");
    await set(shown.getByLabel("Họ, chữ đệm và tên"), "Lê Thị Mẫu");
    await set(shown.getByRole("group", { name: /^Ngày sinh/ }).getByLabel(words("date-year")), "1991");
    await tick(shown.getByRole("radio", { name: "Nữ", exact: true }));
    await wizard.goOn();
    await wizard.at("Địa chỉ và liên hệ");
  });

  await test.step("in a row", async () => {
    await page.goto(`/procedures/${RESIDENCE}/apply/members/1`);
    await set(shown.getByLabel("Họ, chữ đệm và tên"), "Lê Văn Con Mẫu");
    await wizard.goOn();
    await expect(shown.getByText("Lê Văn Con Mẫu").first()).toBeVisible();
  });

  await test.step("a list in which one seeks, a phone number; then a link", async () => {
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    const home = shown.getByRole("group", { name: /Nơi thường trú/ });
    await expect(home.getByRole("combobox", { name: words("address-province") })).toHaveValue("Thành phố Hà Nội");
    await set(home.getByLabel(words("address-detail")), "Số 9, phố Mẫu");
    await set(home.getByRole("combobox", { name: words("address-province") }), "Thành phố Huế");
    await set(shown.getByLabel("Số điện thoại"), "0987 654 321");
    await page.getByRole("banner").getByRole("link").nth(1).click();
    await wizard.at(words("home-title"));
    await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
    await expect(shown.getByLabel("Số điện thoại")).toHaveValue("0987 654 321");
    await expect(home.getByLabel(words("address-detail"))).toHaveValue("Số 9, phố Mẫu");
    await expect(home.getByRole("combobox", { name: words("address-province") })).toHaveValue("Thành phố Huế");
  });

  await test.step("on the check page they stand as they stood in the inputs; a declaration that was ticked counts", async () => {
    await putDraft(page, portal.url, licence);
    await page.goto(`/procedures/${LICENCE}/apply/who`);
    await set(shown.getByLabel("Họ, chữ đệm và tên"), "Lê Thị Mẫu Hai");
    await wizard.goOn();
    await wizard.at("Địa chỉ và liên hệ");
    await page.goto(`/procedures/${RESIDENCE}/apply/who`);
    await expect(shown.getByLabel("Họ, chữ đệm và tên")).toHaveValue("Lê Thị Mẫu");
    await expect(shown.getByRole("group", { name: /^Ngày sinh/ }).getByLabel(words("date-year"))).toHaveValue("1991");
    await expect(shown.getByRole("radio", { name: "Nữ", exact: true })).toBeChecked();
  });
});
