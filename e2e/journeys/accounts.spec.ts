// One device, several people: what somebody who has signed in fills in is nobody else's; a session that ends takes
// nothing along; what was sent can be the beginning of another application.
import { noViolations } from "../support/axe.ts";
import { announced, listen } from "../support/announced.ts";
import { everybodysDrafts, LICENCE, RESIDENCE } from "../support/drafts.ts";
import { Officer } from "../support/officer.ts";
import { everyWay } from "../support/layout.ts";
import { open } from "../support/places.ts";
import type { Portal } from "../support/portal.ts";
import { signInByPhone } from "../support/sign_in.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import type { Wizard } from "../pages/wizard.ts";

const NAME = "Họ, chữ đệm và tên";

async function signIn(wizard: Wizard, portal: Portal, phone: string): Promise<void> {
  await wizard.page.goto("/account");
  await signInByPhone(wizard, portal, phone);
}

async function signOut(wizard: Wizard): Promise<void> {
  await wizard.page.goto("/account");
  await wizard.shown.getByRole("button", { name: words("sign-out"), exact: true }).click();
  await expect(wizard.shown.getByLabel(words("sign-in-phone"), { exact: true })).toBeVisible();
}

async function begin(wizard: Wizard, name: string): Promise<void> {
  await wizard.page.goto(`/procedures/${LICENCE}/apply`);
  await wizard.at("Thông tin của bạn");
  await wizard.choose(/Bạn thuộc trường hợp nào/, /Công dân Việt Nam/);
  await wizard.fill(NAME, name);
  await expect(wizard.shown.getByText(/^Đã lưu trên máy này/)).toBeVisible();
  // That may have been said before: of what was filled in for them.
  await expect.poll(async () => (await everybodysDrafts(wizard.page, LICENCE)).some((draft) => draft.includes(name))).toBe(true);
}

test("two people at one device never see each other's answers", async ({ page, wizard, portal }) => {
  test.slow();
  const { shown } = wizard;
  const mine = shown.getByRole("heading", { name: words("drafts-title") });
  const others = shown.getByText(words("drafts-of-accounts"));
  const name = shown.getByLabel(NAME, { exact: true });
  await signIn(wizard, portal, "0912000001");
  await begin(wizard, "Nguyễn Văn Mẫu");
  await page.goto("/");
  await expect(mine).toBeVisible();
  await expect(others).toHaveCount(0);

  await test.step("signed out: nothing is shown but that there is something", async () => {
    await signOut(wizard);
    await page.goto("/");
    await expect(others).toBeVisible();
    await expect(mine).toHaveCount(0);
    await noViolations(page, "others' drafts");
    await everyWay(page, "others' drafts");
    await page.goto(`/procedures/${LICENCE}/apply`);
    await expect(name).toHaveValue("");
  });

  await test.step("somebody else begins the same procedure", async () => {
    await signIn(wizard, portal, "0912000002");
    await page.goto(`/procedures/${LICENCE}/apply`);
    await expect(name).toHaveValue("");
    await begin(wizard, "Trần Thị Mẫu");
    // Also in a new tab, which must find out first who has signed in.
    const tab = await page.context().newPage();
    await tab.goto(`/procedures/${LICENCE}/apply`);
    await expect(tab.locator('[data-slot="shown"]').getByLabel(NAME, { exact: true })).toHaveValue("Trần Thị Mẫu");
    await tab.close();
    await signOut(wizard);
  });

  await test.step("whoever comes back finds their own", async () => {
    await signIn(wizard, portal, "0912000001");
    await page.goto("/");
    await expect(mine).toBeVisible();
    await page.goto(`/procedures/${LICENCE}/apply`);
    await expect(name).toHaveValue("Nguyễn Văn Mẫu");
    await signOut(wizard);
  });
});

test("what a guest has begun becomes theirs who sign in, and a session that ends takes nothing along", async ({
  page,
  wizard,
  portal,
  context,
}) => {
  const { shown } = wizard;
  const name = shown.getByLabel(NAME, { exact: true });
  await begin(wizard, "Nguyễn Văn Mẫu");
  await page.goto("/account");
  await signInByPhone(wizard, portal, "0912000003");
  await page.goBack();
  await expect(name).toHaveValue("Nguyễn Văn Mẫu");
  await wizard.fill(NAME, "Nguyễn Thị Mẫu");
  // The portal's session is over, and the page is loaded again.
  await context.clearCookies();
  await page.reload();
  await expect(name).toHaveValue("Nguyễn Thị Mẫu");
  // Somebody who comes to the device afterwards sees nothing of it.
  const tab = await context.newPage();
  await tab.goto(`/procedures/${LICENCE}/apply`);
  await expect(tab.locator('[data-slot="shown"]').getByLabel(NAME, { exact: true })).toHaveValue("");
  await tab.close();
  await test.step("in the same tab somebody else signs in", async () => {
    await page.goto("/account");
    await shown.getByLabel(words("sign-in-phone"), { exact: true }).fill("0912000004");
    await shown.getByRole("button", { name: words("sign-in-send-code") }).click();
    const code = shown.getByLabel(words("sign-in-code"), { exact: true });
    await expect(code).toBeFocused();
    await code.fill(await new Officer(portal).codeFor("0912000004"));
    // What was on the page was another's: it is loaded anew.
    const loaded = page.waitForEvent("load");
    await shown.getByRole("button", { name: words("sign-in-enter"), exact: true }).click();
    await loaded;
    await expect(shown.locator("#signed-in")).toBeVisible();
    await page.goto(`/procedures/${LICENCE}/apply`);
    await expect(name).toHaveValue("");
  });
});

test("a draft of one's own makes room for what was begun as a guest, and comes back", async ({ page, wizard, portal }) => {
  test.slow();
  const { shown } = wizard;
  const name = shown.getByLabel(NAME, { exact: true });
  await signIn(wizard, portal, "0912000006");
  await begin(wizard, "Nguyễn Văn Mẫu");
  await signOut(wizard);
  await begin(wizard, "Trần Thị Mẫu");
  // To the account page and back without loading the app again: the form is open while somebody signs in.
  await page.getByRole("link", { name: words("account-link") }).click();
  await signInByPhone(wizard, portal, "0912000006");
  await page.goBack();
  await expect(name).toHaveValue("Trần Thị Mẫu");
  await shown.getByRole("button", { name: words("delete-answers") }).click();
  await shown.getByRole("button", { name: words("draft-delete-yes"), exact: true }).click();
  await wizard.at(words("home-title"));
  await page.goto(`/procedures/${LICENCE}/apply`);
  await expect(name).toHaveValue("Nguyễn Văn Mẫu");
  await test.step("the session ends: whoever leaves says so", async () => {
    await page.context().clearCookies();
    await page.goto("/account");
    await shown.getByRole("button", { name: words("sign-out"), exact: true }).click();
    await expect(shown.getByRole("button", { name: words("sign-out"), exact: true })).toHaveCount(0);
    await page.goto(`/procedures/${LICENCE}/apply`);
    await expect(name).toHaveValue("");
  });
});

test("who signs in on a procedure's page goes on with their own draft", async ({ page, wizard, portal }) => {
  const { shown } = wizard;
  await signIn(wizard, portal, "0912000007");
  await begin(wizard, "Nguyễn Văn Mẫu");
  await signOut(wizard);
  await page.goto(`/procedures/${LICENCE}`);
  await shown.getByText(words("told-sign-in"), { exact: true }).click();
  await signInByPhone(wizard, portal, "0912000007");
  await expect(shown.locator("#signed-in")).toBeFocused();
  await shown.getByRole("link", { name: words("start-continue"), exact: true }).click();
  await expect(shown.getByLabel(NAME, { exact: true })).toHaveValue("Nguyễn Văn Mẫu");
});

// [84, 86]
test("before a session ends that is said, and one can stay; when it has ended, nothing is lost", async ({ page, wizard, portal }) => {
  await listen(page);
  const { shown } = wizard;
  await signIn(wizard, portal, "0912000005");
  let idle: number | undefined = 100;
  await page.route("**/api/session", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    if (idle === undefined) return route.fulfill({ json: { account: null } });
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), idle_seconds: idle } });
  });
  await begin(wizard, "Nguyễn Văn Mẫu");
  await expect(shown.getByText(words("session-soon"))).toBeVisible();
  await announced(page, words("session-soon"));
  await noViolations(page, "soon");
  await everyWay(page, "soon");
  idle = 1_800;
  await shown.getByRole("button", { name: words("session-stay") }).click();
  await announced(page, words("session-stayed"));
  await expect(shown.getByText(words("session-soon"))).toHaveCount(0);
  idle = 100;
  await page.reload();
  await expect(shown.getByText(words("session-soon"))).toBeVisible();
  idle = undefined;
  await expect(shown.getByText(words("session-over"))).toBeVisible({ timeout: 25_000 });
  await announced(page, words("session-over"));
  await noViolations(page, "over");
  await everyWay(page, "over");
  await expect(shown.getByLabel(NAME, { exact: true })).toHaveValue("Nguyễn Văn Mẫu");
  await expect(shown.getByRole("link", { name: words("sign-in-enter"), exact: true })).toHaveAttribute("href", /^\/account\?to=/);
});

test("what was sent is the beginning of another application", async ({ page, wizard, portal, residence }) => {
  test.slow();
  await open(page, wizard, portal.url, residence, `/procedures/${RESIDENCE}/review`);
  for (const box of await wizard.shown.getByRole("checkbox").all()) await box.check();
  await wizard.send();
  await expect(page).toHaveURL(/\/dossiers\//);
  const dossier = page.url();
  await wizard.shown.getByText(words("earlier-title"), { exact: true }).click();
  await noViolations(page, "before");
  await wizard.shown.getByRole("button", { name: words("earlier-button") }).click();
  await wizard.movedTo("Thông tin của bạn");
  await expect(wizard.shown.getByLabel(NAME, { exact: true })).toHaveValue("Nguyễn Văn Mẫu");
  await wizard.goOn();
  await wizard.movedTo("Địa chỉ và liên hệ");
  await test.step("not over a draft", async () => {
    await page.goto(dossier);
    await wizard.shown.getByText(words("earlier-title"), { exact: true }).click();
    await wizard.shown.getByRole("button", { name: words("earlier-button") }).click();
    await expect(wizard.shown.getByText(words("earlier-draft"))).toBeVisible();
    await noViolations(page, "there is a draft");
  await everyWay(page, "there is a draft");
  });
});
