// Nobody tells the state twice: what a portal knows is filled in, with its source; registers are asked; papers
// are taken from the person's store. What was typed is never lost by it.
import { noViolations } from "../support/axe.ts";
import { announced, listen } from "../support/announced.ts";
import { LICENCE } from "../support/drafts.ts";
import { Officer } from "../support/officer.ts";
import { everyWay } from "../support/layout.ts";
import { open } from "../support/places.ts";
import { attachDrivingLicence } from "./sample.ts";
import { Portal } from "../support/portal.ts";
import { signInElsewhere, standIn } from "../support/sign_in.ts";
import { expect, test } from "../support/provider.ts";
import { words } from "../support/words.ts";

const SOMEBODY = /NGUYỄN VĂN MẪU.*mức 2/;

test.use({ expectedErrors: [[/status of 404/, /ERR_INTERNET_DISCONNECTED/], { scope: "test" }] });

// [93]
test("what is known is filled in, with its source and day; what an office keeps is locked", async ({ page, wizard, portal }) => {
  test.slow();
  await listen(page);
  const { shown } = wizard;
  const field = (id: string) => shown.locator(`[data-field="${id}"]`);
  await page.goto(`/procedures/${LICENCE}`);
  await shown.getByText(words("told-sign-in"), { exact: true }).click();
  await noViolations(page, "signing in first");
  await signInElsewhere(wizard, SOMEBODY);
  await shown.getByRole("link", { name: words("start-button"), exact: true }).click();

  await test.step("who: from the register, and what to do when that is wrong", async () => {
    await wizard.movedTo("Thông tin của bạn");
    await announced(page, /Đã điền sẵn: Họ, chữ đệm và tên, .*Số điện thoại/);
    await expect(field("ap_name")).toContainText("NGUYỄN VĂN MẪU");
    await expect(field("ap_dob")).toContainText("27/03/1999");
    await expect(field("ap_sex")).toContainText("Nam");
    await expect(field("ap_name")).toContainText("Dữ liệu dân cư (mẫu để thử), 01/11/2026");
    await expect(field("ap_name").getByRole("textbox")).toHaveCount(0);
    await field("ap_name").getByText(words("told-wrong")).click();
    await field("ap_name").getByLabel(words("told-wrong-label")).fill("Tên đệm phải là Vân");
    await noViolations(page, "locked");
    await everyWay(page, "locked");
    await wizard.choose(/Bạn thuộc trường hợp nào/, /Công dân Việt Nam/);
    await wizard.goOn();
  });

  await test.step("contact: filled in, and can be changed", async () => {
    await wizard.movedTo("Địa chỉ và liên hệ");
    await expect(field("ap_addr").getByLabel(words("address-detail"))).toHaveValue("Số 1, phố Mẫu");
    const phone = shown.getByLabel("Số điện thoại", { exact: true });
    await expect(phone).toHaveAccessibleDescription(/Nguồn: Tài khoản mà bạn dùng để đăng nhập/);
    await noViolations(page, "filled in");
    await phone.fill("0987 654 321");
    await expect(field("ap_tel")).toContainText(words("told-has"));
    await field("ap_tel").getByRole("button", { name: new RegExp(words("told-take")) }).click();
    await expect(phone).toBeFocused();
    await expect(phone).not.toHaveValue("0987 654 321");
    await phone.fill("0987 654 321");
    await noViolations(page, "filled in otherwise");
    await everyWay(page, "filled in otherwise");
    await page.reload();
    await expect(phone).toHaveValue("0987 654 321");
    await wizard.goOn();
  });

  await test.step("a licence is looked up", async () => {
    await wizard.movedTo("Giấy phép lái xe hiện có");
    const number = shown.getByLabel("Số giấy phép lái xe", { exact: true });
    const look = field("gplx_no").getByRole("button", { name: new RegExp(words("lookup-button")) });
    await look.click();
    await expect(number).toBeFocused();
    await announced(page, words("lookup-first"));
    await number.fill("999999999999");
    await look.click();
    await announced(page, words("lookup-nothing"));
    await expect(field("gplx_no")).toContainText(words("lookup-nothing"));
    await noViolations(page, "looked up, nothing");
    await everyWay(page, "looked up, nothing");
    await number.fill("010 123 456 789");
    await look.click();
    await announced(page, /Đã điền sẵn: .*Ngày cấp/);
    await expect(look).toBeFocused();
    await expect(shown.getByRole("checkbox", { name: /^B2/ })).toBeChecked();
    await expect(shown.getByLabel("Nơi cấp", { exact: true })).toHaveValue("Sở Giao thông vận tải Hà Nội");
    await noViolations(page, "looked up");
    await wizard.choose(/tước quyền/, "Không");
    await wizard.goOn();
  });
});

test("who signs in from a question comes back to it, and at the check page sees what a register has otherwise", async ({
  page,
  wizard,
  portal,
  licence,
  files,
}) => {
  test.slow();
  await listen(page);
  const { shown } = wizard;
  const box = shown.getByRole("heading", { name: words("conflict-title") }).locator("..");
  const signIn = async () => {
    await wizard.at(words("account-page"));
    await shown.getByRole("link", { name: words("sign-in-with", { name: "VNeID" }) }).click();
    await page.getByRole("radio", { name: SOMEBODY }).check();
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await page.getByRole("button", { name: "Đồng ý chia sẻ" }).click();
  };
  await open(page, wizard, portal.url, licence, `/procedures/${LICENCE}/apply/documents`);
  await attachDrivingLicence(wizard, files);
  await wizard.goOn();
  await wizard.movedTo(words("review-title"));
  await expect(box).toHaveCount(0);
  await page.goto(`/account?to=${encodeURIComponent(`/procedures/${LICENCE}/review`)}`);
  await signIn();
  await test.step("the check page says so, and which of the two is sent", async () => {
    await wizard.at(words("review-title"));
    await announced(page, /Khác với dữ liệu đã có: .*Ngày sinh/);
    const line = box.getByRole("listitem");
    await expect(line, "only what another office keeps").toHaveCount(1);
    await expect(line).toContainText("Ngày sinh");
    await expect(line).toContainText("27/03/1999");
    await expect(line).toContainText("27/03/1990");
    await expect(line).toContainText(words("conflict-known"));
    await noViolations(page, "conflicts");
    await everyWay(page, "conflicts");
    await line.getByRole("link", { name: new RegExp(words("conflict-see")) }).click();
    await wizard.movedTo("Thông tin của bạn");
    await page.goBack();
  });
  await wizard.at(words("review-title"));
  await wizard.declare();
  await wizard.send();
  await wizard.movedTo(words("receipt-title"));
  const { in_words } = await new Officer(portal).read(await wizard.dossierCode());
  expect(in_words.find(({ label }) => label === "Ngày sinh")?.value).toContain("27/03/1999");
});

test("signing in to look something up leads back to the question", async ({ page, wizard, portal, licence }) => {
  const { shown } = wizard;
  const step = `/procedures/${LICENCE}/apply/licence`;
  await open(page, wizard, portal.url, licence, step);
  await shown.getByRole("link", { name: words("lookup-sign-in") }).click();
  await wizard.movedTo(words("account-page"));
  await shown.getByLabel(words("sign-in-phone"), { exact: true }).fill("0912 000 777");
  await shown.getByRole("button", { name: words("sign-in-send-code") }).click();
  await shown.getByLabel(words("sign-in-code"), { exact: true }).fill(await new Officer(portal).codeFor("0912 000 777"));
  await shown.getByRole("button", { name: words("sign-in-enter"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${step}$`));
  await expect(shown.getByRole("button", { name: new RegExp(words("lookup-button")) })).toBeVisible();
  await noViolations(page, "back at the question");
});

// [93]
test("what was typed otherwise is shown beside it; papers come from the store; the officer reads what is wrong", async ({
  page,
  wizard,
  portal,
  licence,
}) => {
  test.slow();
  await listen(page);
  const { shown } = wizard;
  const field = (id: string) => shown.locator(`[data-field="${id}"]`);
  const who = `/procedures/${LICENCE}/apply/who`;
  await open(page, wizard, portal.url, licence, who);
  await page.goto("/account");
  await signInElsewhere(wizard, SOMEBODY);

  await test.step("the register has another day of birth than was typed", async () => {
    await page.goto(who);
    await announced(page, /Khác với dữ liệu đã có: Ngày sinh/);
    await expect(field("ap_dob")).toContainText("27/03/1999");
    await expect(field("ap_dob")).toContainText(`${words("told-typed")} 27/03/1990`);
    await field("ap_dob").getByText(words("told-wrong")).click();
    await field("ap_dob").getByLabel(words("told-wrong-label")).fill("Tôi sinh ngày 27/3/1990.");
    await noViolations(page, "typed otherwise");
  });

  await test.step("papers", async () => {
    await page.goto(`/procedures/${LICENCE}/apply/documents`);
    await wizard.at("Giấy tờ kèm theo");
    await expect(field("f_photo")).toContainText("Cấp ngày 15/09/2026");
    await noViolations(page, "papers");
    await everyWay(page, "papers");
    await test.step("without a network that is seen and said, and the paper is still offered", async () => {
      await page.context().setOffline(true);
      const use = field("f_photo").getByRole("button", { name: /^Dùng / });
      await use.click();
      await expect(field("f_photo").getByText(words("paper-failed"))).toBeVisible();
      await announced(page, words("paper-failed"));
      await expect(use).toBeFocused();
      await noViolations(page, "a paper that did not come");
      await page.context().setOffline(false);
    });
    for (const id of ["f_photo", "f_gplx_front", "f_gplx_back", "f_id_front", "f_id_back", "f_health"]) {
      await field(id).getByRole("button", { name: /^Dùng / }).click();
      await expect(field(id).getByText(words("file-arrived"))).toBeVisible();
      await expect(field(id).getByRole("button", { name: /^Dùng / })).toHaveCount(0);
    }
    await announced(page, /Đã lấy giay-kham-suc-khoe-MAU\.pdf/);
    await noViolations(page, "papers taken");
    await wizard.goOn();
  });

  const code = await test.step("check and send", async () => {
    await wizard.movedTo(words("review-title"));
    await expect(shown.getByText("Người nộp báo dữ liệu này sai: Tôi sinh ngày 27/3/1990.")).toBeVisible();
    for (const box of await shown.getByRole("checkbox").all()) await box.check();
    await wizard.send();
    await expect(page).toHaveURL(/\/dossiers\//);
    return wizard.dossierCode();
  });
  const { in_words, files } = await new Officer(portal).read(code);
  expect(in_words.find(({ label }) => label === "Ngày sinh")?.value).toBe(
    "27/03/1999\nNgười nộp báo dữ liệu này sai: Tôi sinh ngày 27/3/1990.",
  );
  expect(files.map(({ name }) => name)).toContain("anh-chan-dung-MAU.png");
});

test.describe("a register that is down", () => {
  test.use({ expectedErrors: [[/status of 503/], { scope: "test" }] });

  test("is said, nothing is lost, and everything can be typed", async ({ page, wizard }) => {
    const provider = await standIn();
    const portal = await Portal.start([...provider.flags, "--broken-register", "people"]);
    await page.goto(`${portal.url}/procedures/${LICENCE}`);
    await wizard.shown.getByText(words("told-sign-in"), { exact: true }).click();
    await signInElsewhere(wizard, SOMEBODY);
    await wizard.shown.getByRole("link", { name: words("start-button"), exact: true }).click();
    await wizard.movedTo("Thông tin của bạn");
    await expect(wizard.shown.getByText(words("told-failed"))).toBeVisible();
    await noViolations(page, "the register is down");
    await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
    await wizard.shown.getByRole("button", { name: words("try-again") }).click();
    await expect(wizard.shown.getByText(words("told-failed"))).toBeVisible();
    await expect(wizard.shown.getByLabel("Họ, chữ đệm và tên", { exact: true })).toHaveValue("Nguyễn Văn Mẫu");
    await portal.end();
    provider.end();
  });
});
