// A portal says what it can do, and the pages obey: nothing is offered that leads nowhere.
import { noViolations } from "../support/axe.ts";
import { LICENCE, RESIDENCE } from "../support/drafts.ts";
import type { Portal } from "../support/portal.ts";
import type { BadNetwork } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.use({
  baseURL: async ({ bad }, use) => {
    await use(bad.network.url);
  },
});

/** The portal describes itself in other words. */
async function without(portal: Portal, network: BadNetwork, ...capabilities: string[]): Promise<void> {
  const description = await (await fetch(`${portal.url}/api/portal`)).json();
  for (const capability of capabilities) description.capabilities[capability] = false;
  const body = JSON.stringify(description);
  network.rule = (_, path) => (path === "/api/portal" ? { kind: "answer", status: 200, type: "application/json", body } : undefined);
}

test("without search the home page has none, and a procedure is found by its address", async ({ page, wizard, bad: { portal, network } }) => {
  await without(portal, network, "search");
  await page.goto("/");
  await wizard.at(words("home-title"));
  await expect(wizard.shown.getByLabel(words("track-code"))).toBeVisible();
  await expect(wizard.shown.getByRole("searchbox")).toHaveCount(0);
  await noViolations(page);
  await page.goto(`/procedures/${LICENCE}`);
  await wizard.at("Đổi giấy phép lái xe");
});

test("without tracking nobody is asked for a dossier's code", async ({ page, wizard, bad: { portal, network } }) => {
  await without(portal, network, "tracking");
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú" })).toBeVisible();
  await expect(wizard.shown.getByLabel(words("track-code"))).toHaveCount(0);
  await noViolations(page);
});

for (const capability of ["submit", "uploads"]) {
  test(`without ${capability} the page of a procedure says so before anything is typed`, async ({ page, wizard, bad: { portal, network } }) => {
    await without(portal, network, capability);
    // The one with files in it.
    await page.goto(`/procedures/${LICENCE}`);
    await wizard.at("Đổi giấy phép lái xe");
    await expect(wizard.shown.getByText(words("not-online"))).toBeVisible();
    await expect(wizard.shown.getByRole("link", { name: words("start-button"), exact: true })).toHaveCount(0);
    await noViolations(page);
  });
}

test("a portal that can do all of it offers all of it", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}`);
  // Until the portal has said what it can do, it may do all of it.
  await expect(page.getByRole("contentinfo").getByText(words("operator"))).toBeVisible();
  await expect(wizard.shown.getByRole("link", { name: words("start-button"), exact: true })).toBeVisible();
  await expect(wizard.shown.getByText(words("not-online"))).toHaveCount(0);
});
