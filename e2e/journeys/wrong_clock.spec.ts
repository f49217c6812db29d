// A device whose clock is years behind or ahead: the portal's day counts, and the page says so.
import { noViolations } from "../support/axe.ts";
import { setWrong } from "../support/clock.ts";
import { putDraft, RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

for (const [what, time] of [
  ["years behind", "2020-01-01T09:00:00+07:00"],
  ["years ahead", "2031-01-01T09:00:00+07:00"],
] as const) {
  test(`${what}: today's date is taken, and it is sent`, async ({ page, wizard, portal, residence }) => {
    await setWrong(page, time);
    await putDraft(page, portal.url, residence);
    await page.goto(`/procedures/${RESIDENCE}/apply/place`);
    await wizard.at("Nơi tạm trú");
    await wizard.date(/Tạm trú từ ngày/, "24", "11", "2026");
    await wizard.goOn();
    await expect(wizard.heading).not.toHaveText("Nơi tạm trú");
    await expect(wizard.shown.getByText(words("clock-off", { date: "24/11/2026" }))).toBeVisible();
    await expect(wizard.shown.locator("#saved")).toContainText("24/11/2026");
    await noViolations(page, "the clock is off");
    await page.goto(`/procedures/${RESIDENCE}/review`);
    await page.goto(`/procedures/${RESIDENCE}/apply`);
    await wizard.at(words("review-title"));
    await wizard.declare();
    await wizard.send();
    await wizard.movedTo(words("receipt-title"));
  });
}
