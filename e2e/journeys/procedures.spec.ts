// Every procedure that comes with the project, from search to the result, with the officer's side played.
import { readFileSync } from "node:fs";
import { noViolations } from "../support/axe.ts";
import { shortIf } from "../support/extent.ts";
import { definition, Filling, sample } from "../support/filling.ts";
import { Officer } from "../support/officer.ts";
import { signInByPhone, signInElsewhere } from "../support/sign_in.ts";
import { expect, test } from "../support/provider.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

/** Codes, and what people type to find it. The other two have journeys of their own. */
const PROCEDURES = [
  ["3.000353", "bằng lái quốc tế"],
  ["3.000347-MP", "đổi giấy phép lái xe một phần"],
  ["1.005103", "đăng kiểm xe"],
  ["1.000703", "cấp giấy phép kinh doanh vận tải"],
  ["2.002286", "thay đổi giấy phép kinh doanh vận tải"],
  ["2.002287", "mất giấy phép kinh doanh vận tải"],
  ["2.002288", "phù hiệu xe"],
  ["1.001456", "hộ chiếu phổ thông"],
  ["3.000333", "lý lịch tư pháp"],
  ["3.000722", "liên thông khai sinh"],
  ["2.002913", "liên thông khai tử"],
] as const;

/** With an account and a way to the counter; with rows. All are accepted natively, on every day (crates/procedure/tests). */
const SHORT: string[] = ["3.000347-MP", "2.002288"];

/** A number of its own for each, so that no test waits for another's codes. */
const phone = (code: string) => `09${String(10_000_000 + PROCEDURES.findIndex(([one]) => one === code)).slice(0, 8)}`;

for (const [code, query] of PROCEDURES) {
  test(`${code}: from search to the result`, shortIf(SHORT.includes(code)), async ({ page, wizard, portal, files }) => {
    test.slow();
    const officer = new Officer(portal);
    const about = definition(code);
    await test.step("it is found, and says what it is", async () => {
      await page.goto(`/?q=${encodeURIComponent(query)}`);
      await wizard.shown.locator(`.results a[href="/procedures/${code}"]`).first().click();
      await wizard.movedTo(about.name.vi!);
      await noViolations(page, "start page");
      await wizard.shown.getByRole("link", { name: words("start-button"), exact: true }).click();
    });
    await test.step("it is filled in", async () => {
      await wizard.at(/./);
      const filling = new Filling(wizard, portal.url, files);
      await filling.all(code, sample(code), async (when) => {
        if (when === "filled") await noViolations(page, page.url());
      });
    });
    const dossier = await test.step("it is checked, declared and sent", async () => {
      await noViolations(page, "check page");
      const { account } = about;
      if (account) {
        // Who sends first is told what is missing, and loses nothing.
        for (const box of await wizard.shown.getByRole("checkbox").all()) await box.check();
        await wizard.send();
        await expect(wizard.shown.locator("#sign-in")).toBeFocused();
        if (account.level === 2) await signInElsewhere(wizard, /NGUYỄN VĂN MẪU.*mức 2/);
        else await signInByPhone(wizard, portal, phone(code));
        await noViolations(page, "signed in");
      }
      for (const box of await wizard.shown.getByRole("checkbox").all()) await box.check();
      await wizard.send();
      await expect(page).toHaveURL(/\/dossiers\//);
      await expect(wizard.heading).toBeFocused();
      await expect(wizard.shown.getByText(words(about.in_person ? "todo-go-later" : "status-submitted-do"))).toBeVisible();
      const atTheCounter = wizard.shown.getByRole("heading", { name: words("in-person-title"), level: 3 });
      if (about.in_person) {
        // Code and list are on one sheet when the receipt is printed.
        await expect(atTheCounter).toBeVisible();
        await expect(wizard.shown.getByText(words("in-person-code"))).toContainText(await wizard.dossierCode());
        await page.emulateMedia({ media: "print" });
        await expect(wizard.shown.getByRole("heading", { name: words("in-person-bring") })).toBeVisible();
        await page.emulateMedia({ media: null });
      } else await expect(atTheCounter).toHaveCount(0);
      await noViolations(page, "receipt");
      return wizard.dossierCode();
    });
    await test.step("the officer goes through it; the open page follows", async () => {
      for (const status of ["accepted", "in-progress"]) await officer.set(dossier, status);
      if (about.in_person) {
        await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
        await expect(wizard.shown.getByText(words("todo-go"))).toBeVisible();
      }
      await officer.decideComponents(dossier);
      await officer.set(dossier, "decided");
      await officer.attach(dossier, "ket-qua-mau.pdf", readFileSync(files.pdf));
      await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
      await expect(wizard.shown.getByText(words("status-decided-do"))).toBeVisible();
      const download = page.waitForEvent("download");
      await wizard.shown.getByRole("button", { name: /ket-qua-mau\.pdf/ }).click();
      expect((await download).suggestedFilename()).toBe("ket-qua-mau.pdf");
      await officer.set(dossier, "delivered");
      expect((await officer.told(dossier)).length).toBeGreaterThan(3);
      await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
      await expect(wizard.shown.getByRole("heading", { name: words("in-person-title") })).toHaveCount(0);
      await noViolations(page, "with the result");
    });
  });
}
