// What happens after sending: a supplement request question by question, messages, withdrawal, components.
import { readFileSync } from "node:fs";
import { noViolations } from "../support/axe.ts";
import { announced, listen } from "../support/announced.ts";
import { keptDraft, putDraft, RESIDENCE } from "../support/drafts.ts";
import { Officer } from "../support/officer.ts";
import { speak } from "../support/looks.ts";
import { open } from "../support/places.ts";
import type { Portal } from "../support/portal.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";
import type { Wizard } from "../pages/wizard.ts";

test.use({ expectedErrors: [[/ERR_INTERNET_DISCONNECTED/], { scope: "test" }] });

test.describe.configure({ mode: "parallel" });

/** A dossier of temporary residence, sent from this device; its page is shown. */
async function sent(wizard: Wizard, portal: Portal, residence: string): Promise<string> {
  const { page } = wizard;
  await open(page, wizard, portal.url, residence, `/procedures/${RESIDENCE}/review`);
  for (const box of await wizard.shown.getByRole("checkbox").all()) await box.check();
  await wizard.send();
  await expect(page).toHaveURL(/\/dossiers\//);
  await expect(wizard.shown.getByText(words("status-submitted-do"))).toBeVisible();
  return wizard.dossierCode();
}

// [105]
test("what an officer asks for is put right question by question, survives a reload, and goes back as one answer", async ({ page, wizard, portal, residence }) => {
  await listen(page);
  const officer = new Officer(portal);
  const code = await sent(wizard, portal, residence);
  await officer.supplement(
    code,
    [
      { pointer: "/answers/ap_tel", reason: "mismatch", note: "Số này không của bạn.", source: "TT 03/2025/TT-VPCP" },
      { pointer: "/answers/from", reason: "wrong-document" },
      { pointer: "/answers/members/9/m_name", reason: "consent", note: "Không rõ người này." },
    ],
    "2026-12-31",
    "Số 1, phố Mẫu",
  );
  await test.step("the open page says so by itself, and quietly", async () => {
    await expect(wizard.shown.getByText(words("todo-put-right"))).toBeVisible({ timeout: 40_000 });
    await announced(page, new RegExp(words("status-documents-requested")));
    await expect(wizard.shown.getByText("31/12/2026")).toBeVisible();
    await noViolations(page, "asked");
  });
  await wizard.shown.getByRole("link", { name: words("supplement-open") }).click();
  await wizard.movedTo(words("supplement-title"));
  await test.step("each flaw: what, the officer's words, how, the law; only these questions", async () => {
    for (const text of ["Số này không của bạn.", words("flaw-mismatch"), words("flaw-mismatch-how"), "TT 03/2025/TT-VPCP", words("flaw-not-there")]) {
      await expect(wizard.shown.getByText(text)).toBeVisible();
    }
    await expect(wizard.shown.getByRole("textbox")).toHaveCount(4);
    await noViolations(page, "supplement");
  });
  const phone = wizard.shown.getByLabel("Số điện thoại", { exact: true });
  const send = wizard.shown.getByRole("button", { name: words("supplement-send") });
  await test.step("what is wrong is said beside it", async () => {
    await phone.fill("12");
    await send.click();
    await expect(wizard.summary).toBeFocused();
    await wizard.summary.getByRole("link").first().click();
    await expect(phone).toBeFocused();
    await noViolations(page, "with an error");
  });
  await test.step("in another language the answer and what is wrong with it stay", async () => {
    await speak(page, "en");
    await expect(wizard.shown.getByRole("heading", { level: 1, name: words("supplement-title", {}, "en") })).toBeVisible();
    await expect(wizard.summary).toBeVisible();
    await expect(wizard.shown.locator('input[type="tel"]')).toHaveValue("12");
    await speak(page, "vi");
    await expect(wizard.summary).toBeVisible();
  });
  await phone.fill("0987 654 321");
  await expect.poll(async () => (await keptDraft(page, `dossier ${code}`)) ?? "").toContain("0987 654 321");
  await page.reload();
  await expect(phone).toHaveValue("0987 654 321");
  await test.step("what was marked and not changed is asked about before it goes", async () => {
    await send.click();
    const asked = wizard.shown.getByRole("heading", { name: words("supplement-unchanged") });
    await expect(asked).toBeFocused();
    const list = wizard.shown.locator("#sending").getByRole("listitem");
    await expect(list).toHaveText(["Tạm trú từ ngày"]);
    await noViolations(page, "unchanged");
    expect((await officer.read(code)).in_words.find(({ label }) => label === "Số điện thoại")?.value).not.toContain("0987");
    await wizard.shown.getByRole("button", { name: words("supplement-unchanged-send") }).click();
  });
  await expect(page).toHaveURL(new RegExp(`/dossiers/${code}$`));
  await announced(page, words("supplement-sent"));
  await expect(wizard.shown.getByText(words("status-submitted-do"))).toBeVisible();
  const { in_words } = await officer.read(code);
  expect(in_words.find(({ label }) => label === "Số điện thoại")?.value).toMatch(/0987 ?654 ?321/);
  await page.goto(`/dossiers/${code}/supplement`);
  await wizard.at(words("supplement-nothing"));
  await noViolations(page, "nothing asked");
});

test("the page of a dossier tells first what is to be done now, by when, and what the office wrote; on the device that sent it too", async ({
  page,
  wizard,
  portal,
  residence,
}) => {
  const officer = new Officer(portal);
  const code = await sent(wizard, portal, residence);
  await wizard.at(words("receipt-title"));
  const box = wizard.shown.locator("#status ~ .notice").first();
  const state = async (status: string) => {
    await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
    await expect(wizard.shown.getByRole("heading", { level: 2, name: `${words("status-now")} ${words(`status-${status}`)}` })).toBeVisible();
    await wizard.at(words("tracking-title"));
  };
  await officer.set(code, "accepted", "Mời đến lúc 8 giờ ngày 4/12.");
  await officer.set(code, "in-progress");
  await state("in-progress");
  await expect(box).toContainText("Mời đến lúc 8 giờ ngày 4/12.");
  await noViolations(page, "in progress");
  await test.step("to be paid: how much, how, by when, whom to ask", async () => {
    await officer.set(code, "payment-due", "Nộp 7.000 đồng tại quầy 3 trước ngày 5/12.");
    await state("payment-due");
    await expect(wizard.shown.getByText(words("fee-not-here"))).toHaveCount(0);
    await expect(box.getByText(words("status-payment-due-do"))).toBeVisible();
    await expect(box).toContainText(/7\.000/);
    await expect(box.getByText(words("todo-pay-how"))).toBeVisible();
    await expect(box).toContainText("Nộp 7.000 đồng tại quầy 3 trước ngày 5/12.");
    await expect(box).not.toContainText("8 giờ ngày 4/12");
    await noViolations(page, "to be paid");
    await test.step("without a network that is said, and what was known last stays", async () => {
      await page.context().setOffline(true);
      await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
      await expect(wizard.shown.getByText(words("tracking-last"))).toBeVisible();
      await expect(wizard.shown.getByText("Nộp 7.000 đồng tại quầy 3 trước ngày 5/12.").first()).toBeVisible();
      await noViolations(page, "without a network");
      await page.context().setOffline(false);
      await wizard.shown.getByRole("button", { name: words("tracking-refresh") }).click();
      await expect(wizard.shown.getByText(words("tracking-last"))).toHaveCount(0);
    });
    await box.getByRole("button", { name: words("todo-ask") }).click();
    await expect(wizard.shown.getByLabel(words("message-label"))).toBeFocused();
  });
  await test.step("it has ended: why, and what was written since", async () => {
    await officer.set(code, "stopped", "Quá hạn nộp tiền.");
    await officer.write(code, "Có thể nộp hồ sơ mới.");
    await page.reload();
    await wizard.at(words("tracking-title"));
    await expect(box).toContainText("Quá hạn nộp tiền.");
    await expect(box).toContainText("Có thể nộp hồ sơ mới.");
    await expect(wizard.shown.getByText(words("fee-not-here"))).toHaveCount(0);
    await expect(wizard.shown.getByText(words("receipt-next"))).toHaveCount(0);
    await noViolations(page, "stopped");
  });
});

test("messages go both ways, and what is being written is not lost when news comes", async ({ page, wizard, portal, residence }) => {
  await listen(page);
  const officer = new Officer(portal);
  const code = await sent(wizard, portal, residence);
  const text = wizard.shown.getByLabel(words("message-label"));
  const send = wizard.shown.getByRole("button", { name: words("message-send") });
  await send.click();
  await expect(wizard.shown.getByText(words("message-missing"))).toBeVisible();
  await expect(text).toBeFocused();
  await test.step("what is too long is kept, and said; nothing of it is cut", async () => {
    const long = "á".repeat(2_010);
    await text.fill(long);
    await expect(text).toHaveAccessibleDescription(new RegExp(words("characters-over", { n: 10 })));
    await send.click();
    await expect(wizard.shown.getByText(words("text-too-long", { n: "2.000", over: 10 }))).toBeVisible();
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(long);
    await noViolations(page, "too long");
  });
  await text.fill("Bao giờ có kết quả?");
  await officer.write(code, "Chúng tôi đang xem.");
  await expect(wizard.shown.getByText("Chúng tôi đang xem.").first()).toBeVisible({ timeout: 40_000 });
  await expect(text).toHaveValue("Bao giờ có kết quả?");
  await expect(text).toBeFocused();
  await test.step("another language and a reload keep it", async () => {
    await speak(page, "en");
    await expect(wizard.shown.locator("#message-text")).toHaveValue("Bao giờ có kết quả?");
    await speak(page, "vi");
    await page.reload();
    await expect(text).toHaveValue("Bao giờ có kết quả?");
  });
  await send.click();
  await announced(page, words("message-sent"));
  await expect(wizard.shown.getByRole("listitem").filter({ hasText: "Bao giờ có kết quả?" })).toBeVisible();
  await expect(text).toHaveValue("");
  await page.reload();
  await expect(wizard.shown.getByRole("listitem").filter({ hasText: "Bao giờ có kết quả?" })).toHaveCount(1);
  await expect(text).toHaveValue("");
  expect(await keptDraft(page, `message ${code}`)).toBeUndefined();
  await noViolations(page, "messages");
});

test("a message goes out although its page was left, and arrives once", async ({ page, wizard, portal, residence }) => {
  const code = await sent(wizard, portal, residence);
  let open = () => {};
  const held = new Promise<void>((done) => (open = done));
  await page.route("**/messages", async (route) => (await held, route.continue()));
  await wizard.shown.getByLabel(words("message-label")).fill("Tôi đi vắng tuần này.");
  await wizard.shown.getByRole("button", { name: words("message-send") }).click();
  await page.getByRole("banner").getByRole("link", { name: "Cổng dịch vụ công mẫu" }).click();
  await wizard.at(words("home-title"));
  await expect(page.locator('[data-slot="leaving"]')).toHaveCount(0);
  const answered = page.waitForResponse("**/messages");
  open();
  await answered;
  await wizard.shown.getByRole("link", { name: new RegExp(code) }).click();
  await expect(wizard.shown.getByRole("listitem").filter({ hasText: "Tôi đi vắng tuần này." })).toHaveCount(1);
  await expect(wizard.shown.getByLabel(words("message-label"))).toHaveValue("");
  await expect.poll(() => keptDraft(page, `message ${code}`)).toBeUndefined();
});

test("a dossier is withdrawn by the person who sent it", async ({ page, wizard, portal, residence }) => {
  await sent(wizard, portal, residence);
  await wizard.shown.getByText(words("withdraw-title"), { exact: true }).click();
  const reason = wizard.shown.getByLabel(words("withdraw-reason"));
  await reason.fill("Tôi không chuyển đến nữa.");
  await page.reload();
  await expect(reason).toHaveValue("Tôi không chuyển đến nữa.");
  await noViolations(page, "before");
  await wizard.shown.getByRole("button", { name: words("withdraw-button") }).click();
  await expect(wizard.shown.getByText(words("status-withdrawal-requested-do"))).toBeVisible();
  await expect(wizard.shown.getByText("Tôi không chuyển đến nữa.")).toBeVisible();
  await expect(wizard.shown.getByText(words("withdraw-title"), { exact: true })).toHaveCount(0);
});

test("from another device: the proof opens the dossier, its supplement request and its result", async ({ page, wizard, portal, residence, browser, files }) => {
  const officer = new Officer(portal);
  const code = await sent(wizard, portal, residence);
  const lookup = await wizard.lookupCode();
  await officer.supplement(code, [{ pointer: "/answers/ap_tel", reason: "mismatch" }]);
  await officer.attach(code, "thu.pdf", readFileSync(files.pdf));
  const context = await browser.newContext({ baseURL: portal.url, locale: "vi-VN" });
  const other = await context.newPage();
  await other.goto(`/dossiers/${code}/supplement`);
  // Without the proof it is asked for, and nothing is told.
  await expect(other.getByLabel(words("proof-label"))).toBeVisible();
  await other.getByLabel(words("proof-label")).fill(lookup);
  await other.getByRole("button", { name: words("proof-button") }).click();
  await expect(other.getByRole("button", { name: /thu\.pdf/ })).toBeVisible();
  await other.getByRole("link", { name: words("supplement-open") }).click();
  await expect(other.getByRole("heading", { level: 1, name: words("supplement-title") })).toBeFocused();
  await context.close();
});
