// Sending over a bad network: one dossier, never none and never two, and the citizen always knows.
import type { Page } from "@playwright/test";
import { Wizard } from "../pages/wizard.ts";
import { noViolations } from "../support/axe.ts";
import { putDraft, RESIDENCE } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import { gate, type BadNetwork, type Fault, type Rule } from "../support/proxy.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const REVIEW = "Kiểm tra lại hồ sơ";
const SENT = "Đã gửi hồ sơ";

test.use({
  baseURL: async ({ bad }, use) => {
    await use(bad.network.url);
  },
  expectedErrors: [[/^Failed to load resource/, /preload/], { scope: "test" }],
});

test.beforeEach(async ({ page, bad, residence, wizard }) => {
  await putDraft(page, bad.network.url, residence);
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at(REVIEW);
  await wizard.shown.getByRole("checkbox", { name: /cam đoan/ }).check();
});

const onSending =
  (fault: Fault): Rule =>
  (method, path) =>
    method === "POST" && path === "/api/dossiers" ? fault : undefined;

const unknown = (wizard: Wizard) => wizard.shown.getByRole("status").filter({ hasText: words("sending-unknown-title") });

async function askAgain(wizard: Wizard): Promise<void> {
  await wizard.shown.getByRole("button", { name: words("sending-ask-again") }).click();
}

/**
 * The same once the network is well again. After some seconds the page asks by itself: until the button was pressed,
 * what it asks waits.
 */
async function askAgainOverGoodNetwork(wizard: Wizard, network: BadNetwork): Promise<void> {
  const before = network.count("POST /api/dossiers");
  const { until, open } = gate();
  network.rule = onSending({ kind: "hold", until });
  await askAgain(wizard);
  await expect.poll(() => network.count("POST /api/dossiers")).toBeGreaterThan(before);
  open();
}

async function answersAreKept(page: Page, wizard: Wizard): Promise<void> {
  await page.reload();
  await wizard.at(REVIEW);
  await expect(wizard.answer("Số điện thoại")).toContainText("912");
  await expect(wizard.shown.getByRole("heading", { name: "Người 2" })).toBeVisible();
}

// [10]
test("a double click on Send makes one dossier", async ({ wizard, bad: { portal, network } }) => {
  await wizard.shown.getByRole("button", { name: "Gửi hồ sơ" }).dblclick();
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
  expect(network.count("POST /api/dossiers")).toBe(1);
});

// [10]
test("a press on Send while it is on its way changes nothing", async ({ wizard, bad: { portal, network } }) => {
  let open = () => {};
  const until = new Promise<void>((done) => (open = done));
  network.rule = onSending({ kind: "hold", until });
  await wizard.send();
  await expect(wizard.shown.getByRole("status").filter({ hasText: words("sending") })).toBeVisible();
  await wizard.send();
  await wizard.send();
  open();
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toHaveLength(1);
});

test("a lost answer: nobody knows, asking again gives the code", async ({ page, wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  await expect(wizard.shown.getByText(words("sending-unknown"))).toBeVisible();
  // What went out cannot be changed.
  await expect(wizard.shown.getByRole("link", { name: /^Sửa/ })).toHaveCount(0);
  await noViolations(page);
  await askAgainOverGoodNetwork(wizard, network);
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});

test("a lost answer: the page finds out by itself", async ({ wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  network.good();
  await expect(wizard.heading).toHaveText(SENT, { timeout: 20_000 });
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});

test("a request that never arrived goes out again", async ({ wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "cut" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  expect(await portal.dossiers()).toEqual([]);
  await askAgainOverGoodNetwork(wizard, network);
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});

test("the portal dies between storing and answering: one dossier, and the citizen sees its code", async ({ wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer", before: () => portal.kill() });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  // What the page asks by itself meanwhile must not kill it again.
  network.rule = onSending({ kind: "cut" });
  await portal.again();
  await askAgainOverGoodNetwork(wizard, network);
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});

test("asking again while it is still unknown says so again, and the focus is not lost", async ({ page, wizard, bad: { network } }) => {
  network.rule = onSending({ kind: "cut" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  await askAgain(wizard);
  await expect.poll(() => network.count("POST /api/dossiers")).toBeGreaterThan(1);
  await expect(unknown(wizard)).toBeVisible();
  await expect(page.locator(":focus")).toBeVisible();
});

test("loaded again while it is unknown, the page finds out by itself", async ({ page, wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  network.good();
  await page.reload();
  await wizard.at(SENT);
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});

test("loaded again while it is unknown and the network is still bad: it keeps asking", async ({ page, wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  await page.reload();
  await wizard.at(REVIEW);
  await expect(unknown(wizard)).toBeVisible();
  network.good();
  await expect(wizard.heading).toHaveText(SENT, { timeout: 20_000 });
  expect(await portal.dossiers()).toHaveLength(1);
});

test("closed while it is unknown: the home page says so, and opening it finds out", async ({ page, wizard, context, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  await page.close();
  network.good();
  const later = await context.newPage();
  await later.goto(network.url);
  await expect(later.getByText(words("draft-pending"))).toBeVisible();
  await later.getByRole("link", { name: "Làm tiếp: Đăng ký tạm trú" }).click();
  await expect(later.getByRole("heading", { level: 1, name: SENT })).toBeVisible();
  expect(await portal.dossiers()).toHaveLength(1);
});

test("a device without a network: it goes out when the network is back", async ({ wizard, context, bad: { portal } }) => {
  await context.setOffline(true);
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  await expect(wizard.shown.getByText(words("trouble-offline"))).toBeVisible();
  await context.setOffline(false);
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toHaveLength(1);
});

for (const [status, ending] of [
  [500, "broken"],
  [503, "closed"],
] as const) {
  test(`${status}: perhaps it was stored, so it is asked again`, shortIf(status === 503), async ({ wizard, bad: { portal, network } }) => {
    network.rule = onSending({ kind: "answer", status });
    await wizard.send();
    await expect(unknown(wizard)).toBeVisible();
    await expect(wizard.shown.getByText(words(`trouble-${ending}`))).toBeVisible();
    await askAgainOverGoodNetwork(wizard, network);
    await wizard.movedTo(SENT);
    expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
  });
}

test("after a lost answer only the portal itself can say no: a gateway that refuses decides nothing", async ({ wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "lose-answer" });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  for (const status of [400, 401, 403, 404, 413, 429]) {
    await test.step(String(status), async () => {
      network.rule = onSending({ kind: "answer", status });
      const before = network.count("POST /api/dossiers");
      await askAgain(wizard);
      await expect.poll(() => network.count("POST /api/dossiers")).toBeGreaterThan(before);
      await expect(unknown(wizard)).toBeVisible();
      await expect(wizard.shown.getByText(words("sending-refused-title"))).toHaveCount(0);
    });
  }
  await askAgainOverGoodNetwork(wizard, network);
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
});

test.describe("two tabs of one draft make one dossier", () => {
  /** The same draft in a second tab, ready to be sent. */
  async function secondTab(page: Page, url: string): Promise<Wizard> {
    const other = new Wizard(await page.context().newPage());
    await other.page.goto(`${url}/procedures/${RESIDENCE}/review`);
    await other.at(REVIEW);
    // What was ticked in the first tab may come over at the very moment of the press.
    await expect(() => other.declare()).toPass();
    return other;
  }

  test("at the same time", async ({ page, wizard, bad: { portal, network } }) => {
    const other = await secondTab(page, network.url);
    const { until, open } = gate();
    network.rule = onSending({ kind: "hold", until });
    await wizard.send();
    await expect.poll(() => network.count("POST /api/dossiers")).toBe(1);
    await other.send();
    open();
    await wizard.movedTo(SENT);
    await expect(other.heading).toHaveText(SENT, { timeout: 20_000 });
    expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
    expect(await other.dossierCode()).toBe(await wizard.dossierCode());
  });

  test("one after the other", async ({ page, wizard, bad: { portal, network } }) => {
    const other = await secondTab(page, network.url);
    await wizard.send();
    await wizard.movedTo(SENT);
    // The other tab hears of it by itself: nothing is left there that could be pressed.
    await expect(other.heading).toHaveText(new RegExp(`${SENT}|Hồ sơ này đã gửi`));
    await expect(other.shown.getByRole("button", { name: words("send"), exact: true })).toHaveCount(0);
    expect(await portal.dossiers()).toEqual([await wizard.dossierCode()]);
  });

  test("after an answer was lost in the first", async ({ page, wizard, bad: { portal, network } }) => {
    const other = await secondTab(page, network.url);
    network.rule = onSending({ kind: "lose-answer" });
    await wizard.send();
    await expect(unknown(wizard)).toBeVisible();
    network.good();
    await other.send();
    await other.movedTo(SENT);
    await expect(wizard.heading).toHaveText(SENT, { timeout: 20_000 });
    expect(await portal.dossiers()).toEqual([await other.dossierCode()]);
  });
});

test("HTML with 200 is no receipt", async ({ wizard, bad: { portal, network } }) => {
  network.rule = onSending({ kind: "answer", status: 200 });
  await wizard.send();
  await expect(unknown(wizard)).toBeVisible();
  expect(await portal.dossiers()).toEqual([]);
});

for (const [status, ending] of [
  [400, "refused"],
  [401, "sign-in-needed"],
  [403, "forbidden"],
  [404, "not-found"],
  [409, "changed"],
  [413, "too-large"],
  [429, "too-many"],
] as const) {
  test(`${status} has words of its own, and the answers are kept`, shortIf(status === 413), async ({ page, wizard, bad: { portal, network } }) => {
    // Of a 409 only the portal itself can speak.
    const body = JSON.stringify({ type: "urn:motcua:problem:test", title: "Test", status });
    network.rule = onSending({ kind: "answer", status, type: "application/problem+json", body });
    await wizard.send();
    const state = wizard.shown.getByRole("status").filter({ hasText: words("sending-refused-title") });
    await expect(state.getByText(words(`sending-refused-${ending}`))).toBeVisible();
    await expect(state.getByText(words("trouble-safe"))).toBeVisible();
    if (status === 409) await noViolations(page);
    expect(await portal.dossiers()).toEqual([]);
    network.good();
    await answersAreKept(page, wizard);
    const declared = wizard.shown.getByRole("checkbox", { name: /cam đoan/ });
    if (!(await declared.isChecked())) await declared.check();
    await wizard.send();
    await wizard.movedTo(SENT);
    expect(await portal.dossiers()).toHaveLength(1);
  });
}

function rejected(...errors: { pointer: string; detail: string }[]): Fault {
  const body = JSON.stringify({ type: "urn:motcua:problem:answers-rejected", title: "Invalid", status: 422, errors });
  return { kind: "answer", status: 422, type: "application/problem+json", body };
}

// [74]
test("422 with a pointer: the summary leads to the question, Continue leads back, and sending works", async ({ page, wizard, bad: { portal, network } }) => {
  network.rule = onSending(rejected({ pointer: "/answers/ap_tel", detail: "Số này không liên lạc được" }));
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await noViolations(page);
  await wizard.summary.getByRole("link").click();
  await wizard.at("Địa chỉ và liên hệ");
  const phone = wizard.shown.getByLabel("Số điện thoại");
  await expect(phone).toHaveAccessibleDescription(/Số này không liên lạc được|Kiểm tra lại/);
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await phone.fill("0987 654 321");
  await wizard.goOn();
  await wizard.movedTo(REVIEW);
  await expect(wizard.summary).toHaveCount(0);
  await expect(wizard.answer("Số điện thoại")).toContainText("987 654 321");
  network.good();
  await wizard.send();
  await wizard.movedTo(SENT);
  expect(await portal.dossiers()).toHaveLength(1);
});

// [76]
test("422 twice: the summary gets the focus each time", async ({ wizard, bad: { network } }) => {
  network.rule = onSending(rejected({ pointer: "/answers/ap_tel", detail: "Số này không liên lạc được" }));
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  await wizard.send();
  await expect.poll(() => network.count("POST /api/dossiers")).toBe(2);
  await expect(wizard.summary).toBeFocused();
});

test("422 in a row of a list leads to the row", async ({ wizard, bad: { network } }) => {
  network.rule = onSending(rejected({ pointer: "/answers/members/1/m_id", detail: "Không có số này" }));
  await wizard.send();
  await expect(wizard.summary).toBeFocused();
  await wizard.summary.getByRole("link").click();
  await wizard.at("Người 2");
  await expect(wizard.shown.getByLabel("Số định danh của người này")).toHaveAttribute("aria-invalid", "true");
});

// [74]
test("422 without a place that is known is a refusal in plain words", async ({ page, wizard, bad: { network } }) => {
  const detail = "Cổng cần thêm một giấy tờ.";
  for (const [fault, why] of [
    [rejected(), words("sending-refused-refused")],
    [rejected({ pointer: "/somewhere", detail }), detail],
    [rejected({ pointer: "/answers/no_such_field", detail }), detail],
  ] as const) {
    network.rule = onSending(fault);
    await wizard.send();
    await expect(wizard.shown.getByText(words("sending-refused-title"))).toBeVisible();
    await expect(wizard.shown.getByText(why)).toBeVisible();
    await answersAreKept(page, wizard);
    const declared = wizard.shown.getByRole("checkbox", { name: /cam đoan/ });
    if (!(await declared.isChecked())) await declared.check();
  }
});
