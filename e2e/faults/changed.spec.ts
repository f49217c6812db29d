// A form of which the portal gets a newer version while somebody is filling it in.
import { noViolations } from "../support/axe.ts";
import { putDraft, RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

const REVIEW = "Kiểm tra lại hồ sơ";

test.use({
  baseURL: async ({ bad }, use) => {
    await use(bad.network.url);
  },
  expectedErrors: [[/^Failed to load resource/, /preload/], { scope: "test" }],
});

// [89]
test("what has to be given again is said, and the rest stays", async ({ page, wizard, residence, bad: { portal, network } }) => {
  const MAIL = "Thư điện tử (email)";
  const RIGHT = "Quyền ở";
  const asNow = await (await fetch(`${portal.url}/api/procedures/${RESIDENCE}?lang=vi`)).json();
  // As it was: another right to live somewhere, and no email.
  const asBefore = structuredClone(asNow);
  asBefore.version = "2026-01-01";
  for (const step of asBefore.steps) {
    step.fields = step.fields.filter(({ id }: { id: string }) => id !== "ap_mail");
    const right = step.fields.find(({ id }: { id: string }) => id === "owner_rel");
    right?.options.push({ value: "borrowed", label: { vi: "Mượn" } });
  }
  const kept = JSON.parse(residence);
  kept.draft.version = asBefore.version;
  kept.draft.answers.owner_rel = { text: "borrowed" };
  delete kept.draft.answers.ap_mail;
  kept.draft.confirmed = kept.draft.confirmed.filter((id: string) => id !== "ap_mail");
  await putDraft(page, network.url, JSON.stringify(kept));
  network.rule = (method, path) =>
    method === "GET" && path.startsWith(`/api/procedures/${RESIDENCE}`)
      ? { kind: "answer", status: 200, type: "application/json", body: JSON.stringify(asBefore) }
      : undefined;
  await page.goto(`/procedures/${RESIDENCE}/apply`);
  await wizard.at(REVIEW);
  await expect(wizard.answer(RIGHT)).toHaveText("Mượn");
  await wizard.declare();
  // While it is filled in, the portal gets the newer form.
  network.good();
  await wizard.send();

  const news = wizard.shown.locator(".notice").filter({ hasText: words("news-version") });
  const said = (label: string) => news.getByRole("listitem").filter({ hasText: label });
  await test.step("the first page on which something is to be done", async () => {
    await wizard.movedTo("Địa chỉ và liên hệ");
    await expect(news.getByText(words("news-version-again"))).toBeVisible();
    await expect(said(RIGHT)).toContainText("Chọn");
    await expect(news.getByText(words("news-version-new"))).toBeVisible();
    await expect(said(MAIL)).toBeVisible();
    await expect(news.getByRole("listitem")).toHaveCount(2);
    await expect(news.getByText(words("news-version-kept"))).toBeVisible();
    await expect(wizard.shown.getByLabel("Số điện thoại")).toHaveValue(/912/);
    await noViolations(page);
    await wizard.goOn();
  });

  await test.step("the next, also when the page is loaded again", async () => {
    await wizard.movedTo("Nơi tạm trú");
    await expect(news.getByRole("listitem")).toHaveCount(1);
    await page.reload();
    await wizard.at("Nơi tạm trú");
    await expect(said(RIGHT)).toBeVisible();
    await wizard.choose(RIGHT, /Thuê/);
    await wizard.goOn();
  });

  await test.step("then nothing else is asked, and it is sent once", async () => {
    await wizard.movedTo(REVIEW);
    await expect(news).toHaveCount(0);
    await expect(wizard.answer("Họ tên chủ hộ")).toHaveText("Trần Thị Mẫu");
    const declared = wizard.shown.getByRole("checkbox", { name: /cam đoan/ });
    if (!(await declared.isChecked())) await declared.check();
    await wizard.send();
    await wizard.movedTo("Đã gửi hồ sơ");
    expect(await portal.dossiers()).toHaveLength(1);
  });
});
