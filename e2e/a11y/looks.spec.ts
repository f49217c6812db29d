// Every look that a reader can choose: five themes, forced colours, one question a page.
import type { Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { attachDrivingLicence } from "../journeys/sample.ts";
import { noViolations } from "../support/axe.ts";
import { LICENCE, putDraft, RESIDENCE } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import { Keys } from "../support/keys.ts";
import { fits } from "../support/layout.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

/** A page of each sort, with all that comes in colours: links, errors, notices, files, done, progress. */
async function eachSort(page: Page, wizard: Wizard, files: { png: string; tiny: string }, query: string, look: () => Promise<void>): Promise<void> {
  await page.goto(`/${query}`);
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
  await look();
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  await look();
  await page.goto(`/procedures/${LICENCE}/apply/documents`);
  await wizard.at("Giấy tờ kèm theo");
  await wizard.upload("Giấy phép lái xe, mặt trước", files.png);
  await wizard.attach("Ảnh chân dung", files.tiny);
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await look();
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  const province = wizard.shown.getByRole("combobox", { name: words("address-province") });
  await province.fill("h");
  await wizard.shown.getByRole("option").first().waitFor();
  await province.press("ArrowDown");
  await look();
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.at("Kiểm tra lại hồ sơ");
  await look();
}

test.describe("themes", () => {
  for (const theme of ["auto", "light", "dark", "yellow-on-black", "black-on-white"]) {
    // [59]
    test(theme, shortIf(theme === "dark"), async ({ page, wizard, portal, residence, licence, files }) => {
      await putDraft(page, portal.url, residence);
      await putDraft(page, portal.url, licence);
      // Somebody whose system is dark has chosen nothing else.
      if (theme === "auto") await page.emulateMedia({ colorScheme: "dark" });
      const grounds = new Set<string>();
      await eachSort(page, wizard, files, `?theme=${theme}`, async () => {
        grounds.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
        await noViolations(page);
      });
      expect(grounds.size).toBe(1);
      const [ground] = grounds;
      if (theme === "yellow-on-black") expect(ground).toBe("rgb(0, 0, 0)");
      if (theme === "black-on-white" || theme === "light") expect(ground).toBe("rgb(255, 255, 255)");
      if (theme === "auto" || theme === "dark") expect(ground).toBe("rgb(16, 24, 26)");
    });
  }
});

// [59]
test("forced colours: everything that can be pressed has an outline or a line under it, and the focus is seen", async ({ page, wizard, portal, residence, licence, files }) => {
  await putDraft(page, portal.url, residence);
  await putDraft(page, portal.url, licence);
  await page.emulateMedia({ forcedColors: "active" });
  await eachSort(page, wizard, files, "", async () => {
    const bare = await page.locator("a[href], button, input, textarea, summary").evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() && !element.closest(".slot:not([data-slot=shown]), .skip"))
        .filter((element) => {
          const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor, textDecorationLine } = getComputedStyle(element);
          const isBordered = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0 && borderTopColor !== backgroundColor;
          const isNative = element.matches("[type=radio], [type=checkbox], [type=file]");
          // What is where one is already need not look like a link.
          const isHere = element.hasAttribute("aria-current") || Boolean(element.closest(".portal-name"));
          return !(isBordered || textDecorationLine.includes("underline") || isNative || isHere);
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(bare).toEqual([]);
  });
  const keys = new Keys(page);
  await page.goto(`/procedures/${RESIDENCE}/apply/who`);
  await wizard.at("Thông tin của bạn");
  await keys.tabTo(wizard.shown.getByRole("button", { name: words("continue") }));
});

test.describe("one question a page", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  /** Goes from the first question to the check page. Each page is about one thing, and says which. */
  async function walk(page: Page, wizard: Wizard, code: string, first: string): Promise<string[]> {
    const titles: string[] = [];
    const shapes = new Set<string>();
    await page.goto(`/procedures/${code}/apply/${first}?mode=one-question`);
    while (true) {
      const heading = (await wizard.heading.innerText()).trim();
      await expect(page).toHaveTitle(/ – /);
      const title = await page.title();
      if (heading === "Kiểm tra lại hồ sơ") return titles;
      expect(titles, "no two pages have the same title").not.toContain(title);
      titles.push(title);
      await test.step(heading, async () => {
        await expect(wizard.shown.getByRole("heading", { level: 1 })).toHaveCount(1);
        await fits(page, heading);
        // Axe looks at one page of each shape.
        const shape = await wizard.shown.getByRole("main").evaluate((main) =>
          [...main.querySelectorAll("input, textarea, fieldset")].map((input) => (input as HTMLInputElement).type).join(),
        );
        if (!shapes.has(shape)) await noViolations(page);
        shapes.add(shape);
        await wizard.goOn();
        await expect.poll(() => page.title()).not.toBe(title);
        await expect(wizard.heading).toBeFocused();
      });
    }
  }

  // [2] [4] [17] [57] [66]
  test("temporary residence", async ({ page, wizard, portal, residence }) => {
    await putDraft(page, portal.url, residence);
    const titles = await walk(page, wizard, RESIDENCE, "who");
    expect(titles.length).toBeGreaterThan(15);
    await test.step("people of a list", async () => {
      await page.goto(`/procedures/${RESIDENCE}/apply/members`);
      await wizard.at("Người cùng đăng ký");
      await wizard.shown.getByRole("link", { name: words("change-what", { what: "Lê Thị Mẫu" }) }).click();
      await wizard.movedTo(/^Người 1: Họ, chữ đệm và tên/);
      await noViolations(page);
      await fits(page, "a person");
    });
    await test.step("an error leads to its page", async () => {
      await page.goto(`/procedures/${RESIDENCE}/apply/contact/ap_tel`);
      await wizard.fill(/^Số điện thoại/, "12");
      await wizard.goOn();
      await expect(wizard.summary).toBeFocused();
      await wizard.summary.getByRole("link").click();
      await expect(wizard.shown.getByRole("textbox")).toBeFocused();
      await noViolations(page);
      await fits(page, "a question with an error");
    });
  });

  // [2] [4] [17] [57]
  test("the driving licence exchange, to the receipt", { tag: "@all" }, async ({ page, wizard, portal, licence, files }) => {
    await putDraft(page, portal.url, licence);
    await page.goto(`/procedures/${LICENCE}/apply/documents`);
    await wizard.at("Giấy tờ kèm theo");
    await attachDrivingLicence(wizard, files);
    const titles = await walk(page, wizard, LICENCE, "who");
    expect(titles.length).toBeGreaterThan(20);
    await wizard.declare();
    await wizard.send();
    await wizard.movedTo(words("receipt-title"));
  });
});
