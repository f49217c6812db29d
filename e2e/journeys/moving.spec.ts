// Moving through a form: Continue, Back, the browser's Back and Forward, another language, another
// look. Whatever people do, what they typed stays as they typed it.
import type { Locator, Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { noViolations } from "../support/axe.ts";
import { keptDraft, putDraft, RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const WHO = "Thông tin của bạn";
const CONTACT = "Địa chỉ và liên hệ";
const PLACE = "Nơi tạm trú";
const REVIEW = "Kiểm tra lại hồ sơ";

const entries = (page: Page) => page.evaluate(() => history.length);

const phone = (wizard: Wizard) => wizard.shown.getByLabel(/^(Số điện thoại|Phone)/);

/** The steps of temporary residence, complete, from the first on. */
async function begin(page: Page, url: string, draft: string, wizard: Wizard): Promise<void> {
  await putDraft(page, url, draft);
  await page.goto(`/procedures/${RESIDENCE}/apply/who`);
  await wizard.at(WHO);
}

// [17] [20]
test("one step is one entry of the history; the browser's Back and Forward go step by step", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  const first = await entries(page);
  await wizard.goOn();
  await wizard.movedTo(CONTACT);
  await wizard.goOn();
  await wizard.movedTo(PLACE);
  expect(await entries(page)).toBe(first + 2);

  await page.goBack();
  await wizard.movedTo(CONTACT);
  await expect(page).toHaveTitle(new RegExp(`^${CONTACT} – Đăng ký tạm trú – `));
  await page.goBack();
  await wizard.movedTo(WHO);
  await page.goForward();
  await wizard.movedTo(CONTACT);
  await page.goForward();
  await wizard.movedTo(PLACE);
  await page.reload();
  await wizard.at(PLACE);
  expect(await entries(page)).toBe(first + 2);
});

// [20]
test("an address that leads on to another leaves no entry behind: Back does not bounce", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.shown.getByRole("link", { name: words("start-button"), exact: true }).click();
  await wizard.movedTo(WHO);
  await page.goBack();
  await wizard.movedTo("Đăng ký tạm trú");
});

// [20]
test("the Back link does what the browser's Back does", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  await wizard.goOn();
  await wizard.movedTo(CONTACT);
  await wizard.goOn();
  await wizard.movedTo(PLACE);
  const before = await entries(page);
  await wizard.back();
  await wizard.movedTo(CONTACT);
  await wizard.back();
  await wizard.movedTo(WHO);
  expect(await entries(page)).toBe(before);
  await page.goForward();
  await wizard.movedTo(CONTACT);
  await page.goForward();
  await wizard.movedTo(PLACE);

  await test.step("where somebody came in by an address, it leads to the step before all the same", async () => {
    const other = await page.context().newPage();
    await other.goto(`${portal.url}/procedures/${RESIDENCE}/apply/place`);
    const shown = other.locator('[data-slot="shown"]');
    await shown.getByRole("link", { name: words("back"), exact: true }).click();
    await expect(shown.getByRole("heading", { level: 1 })).toHaveText(CONTACT);
    await other.close();
  });
});

// [10]
test("a double click on Continue moves one step only", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  const first = await entries(page);
  await wizard.shown.getByRole("button", { name: words("continue") }).dblclick();
  await wizard.movedTo(CONTACT);
  // The page before has gone by now, and with it whatever it still had to say.
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  await wizard.movedTo(CONTACT);
  expect(await entries(page)).toBe(first + 1);

  await test.step("and Continue works right after it", async () => {
    await wizard.goOn();
    await wizard.movedTo(PLACE);
  });

  await test.step("the same with two presses of Enter", async () => {
    await page.goto(`/procedures/${RESIDENCE}/apply/who`);
    await wizard.at(WHO);
    await wizard.shown.getByRole("button", { name: words("continue") }).focus();
    await page.evaluate(() => {
      const button = document.activeElement as HTMLButtonElement;
      button.click();
      button.click();
    });
    await wizard.movedTo(CONTACT);
    await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
    await wizard.movedTo(CONTACT);
  });
});

// [10] The next page may be there before the second press of a double click.
test("the second press of a double click does nothing on the page that the first led to", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  const { shown } = wizard;
  /** Presses the mouse for the nth time in a row, in the middle of something. */
  const press = async (target: Locator, clickCount: number) => {
    await target.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await target.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
  };
  const province = shown.getByText(words("address-province"), { exact: true });
  await press(shown.getByRole("button", { name: words("continue"), exact: true }), 1);
  await wizard.movedTo(CONTACT);
  await press(province, 2);
  await expect(wizard.heading).toBeFocused();
  await press(province, 1);
  await expect(shown.getByRole("combobox", { name: words("address-province") })).toBeFocused();

  await test.step("it follows no link there, and answers no question", async () => {
    await press(shown.getByRole("link", { name: words("back"), exact: true }), 1);
    await wizard.movedTo(WHO);
    const other = shown.getByRole("radio", { checked: false }).first();
    await press(other, 2);
    await press(shown.getByRole("link", { name: words("back"), exact: true }), 2);
    await wizard.movedTo(WHO);
    await expect(other).not.toBeChecked();
    await press(other, 1);
    await expect(shown.getByRole("radio", { checked: true }).first()).toBeFocused();
  });
});

// [22] [72]
test("Back keeps what was typed, valid or not", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  await wizard.goOn();
  await wizard.movedTo(CONTACT);
  const ways = {
    "the Back link": () => wizard.back(),
    "the browser's Back": async () => {
      await page.goBack();
    },
  };
  for (const [way, goBack] of Object.entries(ways)) {
    await test.step(`${way}: nobody has looked at it yet`, async () => {
      await phone(wizard).fill("  09xx 12 ");
      await goBack();
      await wizard.movedTo(WHO);
      await wizard.goOn();
      await wizard.movedTo(CONTACT);
      await expect(phone(wizard)).toHaveValue("  09xx 12 ");
      await expect(phone(wizard)).not.toHaveAttribute("aria-invalid", "true");
    });
    await test.step(`${way}: it was found wrong`, async () => {
      await wizard.goOn();
      await expect(wizard.summary).toBeFocused();
      await expect(phone(wizard)).toHaveAttribute("aria-invalid", "true");
      await goBack();
      await wizard.movedTo(WHO);
      await wizard.goOn();
      await wizard.movedTo(CONTACT);
      await expect(phone(wizard)).toHaveValue("  09xx 12 ");
    });
  }
  await phone(wizard).fill("0987 654 321");
  await wizard.goOn();
  await wizard.movedTo(PLACE);
  await wizard.back();
  await wizard.movedTo(CONTACT);
  await expect(phone(wizard)).toHaveValue("0987 654 321");
});

// [4] [63] [64] [66] [76]
test("a refused Continue stays: no entry, the summary each time, and the error falls when it is put right", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  const first = await entries(page);
  await wizard.fill("Số định danh cá nhân", "123");
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  const wrong = wizard.summary.getByRole("link");
  await expect(wrong).toHaveCount(1);
  await wrong.click();
  const id = wizard.shown.getByLabel("Số định danh cá nhân");
  await expect(id).toBeFocused();

  await test.step("nothing is checked while somebody types or leaves the input", async () => {
    const told = await id.evaluate((input) => input.getAttribute("aria-describedby"));
    await id.fill("0");
    await id.press("Tab");
    await expect(wrong).toHaveCount(1);
    expect(await id.evaluate((input) => input.getAttribute("aria-describedby"))).toBe(told);
  });

  await test.step("the same error again: the summary gets the focus again", async () => {
    await id.fill("123");
    await wizard.goOn();
    await expect(wizard.summary).toBeFocused();
    expect(await entries(page)).toBe(first);
  });

  await id.fill("001099000001");
  await wizard.goOn();
  await wizard.movedTo(CONTACT);
  await expect(page).not.toHaveTitle(/^Lỗi: /);
  expect(await entries(page)).toBe(first + 1);
});

// [106] [107]
test("another language in the middle of a step keeps answers, errors and the focus", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  await wizard.goOn();
  await wizard.movedTo(CONTACT);
  await phone(wizard).fill("09xx 12");
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await wizard.shown.getByLabel(/^Thư điện tử/).fill("chưa xong@");
  const [address, first] = [page.url(), await entries(page)];

  const english = page.getByRole("banner").getByRole("link", { name: "English" });
  await english.click();
  await wizard.at("Address and contact");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(english).toBeFocused();
  await expect(english).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveTitle(/^Error: Address and contact – Temporary residence/);
  await expect(wizard.summary).toContainText(words("error-summary-title", {}, "en"));
  await expect(wizard.summary.getByRole("link")).toHaveCount(1);
  await expect(phone(wizard)).toHaveValue("09xx 12");
  await expect(phone(wizard)).toHaveAttribute("aria-invalid", "true");
  await expect(wizard.shown.getByLabel(/^E-?mail/)).toHaveValue("chưa xong@");
  await expect(wizard.shown.getByRole("combobox", { name: words("address-province", {}, "en") })).not.toHaveValue("");
  expect(page.url()).toBe(address);
  expect(await entries(page)).toBe(first);
  await noViolations(page);

  await test.step("it is remembered, and the other way round it is the same", async () => {
    await page.reload();
    await wizard.at("Address and contact");
    await expect(phone(wizard)).toHaveValue("09xx 12");
    await page.getByRole("banner").getByRole("link", { name: "Tiếng Việt" }).click();
    await wizard.at(CONTACT);
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await expect(phone(wizard)).toHaveValue("09xx 12");
  });
});

// [111]
test("another look in the middle of a step keeps the answers and the place", async ({ page, wizard, portal, residence }) => {
  await begin(page, portal.url, residence, wizard);
  await wizard.goOn();
  await wizard.movedTo(CONTACT);
  await phone(wizard).fill("09xx 12");
  const banner = page.getByRole("banner");
  const opener = banner.getByRole("button", { name: words("preferences-link") });
  const display = banner.getByRole("region", { name: words("preferences-title") });
  await opener.click();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await display.getByRole("radio", { name: words("preferences-text-size", { percent: 200 }) }).check();
  await display.getByRole("radio", { name: words("preferences-theme-dark") }).check();
  await display.getByRole("radio", { name: words("preferences-spacing-wide"), exact: true }).check();
  const root = page.locator("html");
  const isSet = async () => {
    await expect(root).toHaveAttribute("data-text-size", "200");
    await expect(root).toHaveAttribute("data-theme", "dark");
    await expect(root).toHaveAttribute("data-spacing", "wide");
  };
  await isSet();
  await wizard.at(CONTACT);
  await expect(phone(wizard)).toHaveValue("09xx 12");
  await expect.poll(() => keptDraft(page, RESIDENCE)).toContain("09xx 12");
  await page.reload();
  await wizard.at(CONTACT);
  await expect(phone(wizard)).toHaveValue("09xx 12");
  await isSet();
  await expect(display).toHaveCount(0);

  await test.step("one question a page, and back to steps: who chooses stays with the choices", async () => {
    await opener.click();
    const mode = (name: string) => display.getByRole("radio", { name: words(`preferences-mode-${name}`), exact: true });
    await mode("one-question").focus();
    await page.keyboard.press("Space");
    // The first question of the step where somebody was.
    await wizard.at("Nơi thường trú");
    await expect(mode("one-question")).toBeFocused();
    await display.getByRole("button", { name: words("preferences-close") }).click();
    await expect(opener).toBeFocused();
    await wizard.goOn();
    await wizard.movedTo(/^Số điện thoại/);
    await expect(phone(wizard)).toHaveValue("09xx 12");
    await opener.click();
    await mode("steps").check();
    await wizard.at(CONTACT);
    await expect(phone(wizard)).toHaveValue("09xx 12");
  });
});

// [95] [98]
test("Change on the check page leads to the answer and back to the check page", async ({ page, wizard, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.at(REVIEW);
  await wizard.shown.getByRole("link", { name: "Sửa Số điện thoại", exact: true }).click();
  await wizard.movedTo(CONTACT);
  await phone(wizard).fill("0987 654 321");
  await wizard.goOn();
  await wizard.movedTo(REVIEW);
  await expect(wizard.answer("Số điện thoại")).toContainText("987 654 321");

  const head = "Bạn là chủ hộ?";
  const labels = ["Họ tên chủ hộ", "Số định danh của chủ hộ", "Quan hệ với chủ hộ"];
  await test.step("a change that drops answers says which, and they are not sent", async () => {
    await wizard.shown.getByRole("link", { name: `Sửa ${head}`, exact: true }).click();
    await wizard.movedTo(head);
    await wizard.choose(head, "Có");
    await wizard.goOn();
    await wizard.movedTo(REVIEW);
    const [before, after] = words("news-dropped", { labels: "|" }).split("|") as [string, string];
    const news = wizard.shown.getByText(before.trim());
    await expect(news).toContainText(after.trim());
    for (const label of labels) {
      await expect(news).toContainText(label);
      await expect(wizard.answer(label)).toHaveCount(0);
    }
    await noViolations(page);
  });

  await test.step("they come back when it is changed back", async () => {
    await page.goBack();
    await wizard.movedTo(head);
    await wizard.choose(head, "Không");
    await wizard.goOn();
    await wizard.movedTo(REVIEW);
    await expect(wizard.answer("Họ tên chủ hộ")).toHaveText("Trần Thị Mẫu");
    await expect(wizard.shown.getByText(words("news-dropped", { labels: "|" }).split("|")[0]!.trim())).toHaveCount(0);
  });
});

// [89]
test("a draft that was begun with another version of the form goes on, and says so", async ({ page, wizard, portal, residence }) => {
  const older = JSON.parse(residence);
  older.draft.version = "0";
  await putDraft(page, portal.url, JSON.stringify(older));
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at(REVIEW);
  await expect(wizard.shown.getByText(words("news-version"))).toBeVisible();
  await expect(wizard.answer("Họ tên chủ hộ")).toHaveText("Trần Thị Mẫu");
  await noViolations(page);
});
