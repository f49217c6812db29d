// Temporary residence from search to tracking by somebody who has only a keyboard. On the way the
// focus is seen everywhere, follows the page, and is never lost (support/keys.ts).
import { noViolations } from "../support/axe.ts";
import { putDraft, RESIDENCE } from "../support/drafts.ts";
import { Keys } from "../support/keys.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

// [27] [36]
test("from search to tracking by keyboard alone", async ({ page, wizard, files }) => {
  const keys = new Keys(page);
  const shown = wizard.shown;
  const group = (name: string | RegExp) => shown.getByRole("group", { name });
  const text = (label: string | RegExp) => shown.getByRole("textbox", { name: label });
  const date = async (question: RegExp, ...parts: [string, string, string]) => {
    const names = [words("date-day"), words("date-month"), words("date-year")];
    for (const [n, name] of names.entries()) if (parts[n]) await keys.fill(group(question).getByLabel(name), parts[n]);
  };
  const address = async (question: RegExp, province: [string, string], commune: [string, string], detail: string) => {
    const within = group(question);
    await keys.pick(within.getByRole("combobox", { name: words("address-province") }), ...province);
    await keys.pick(within.getByRole("combobox", { name: words("address-commune") }), ...commune);
    await keys.fill(within.getByLabel(words("address-detail")), detail);
  };
  const goOn = () => keys.enter(shown.getByRole("button", { name: words("continue"), exact: true }));

  await test.step("the skip link is first and leads into the page", async () => {
    await page.goto("/");
    await wizard.at(words("home-title"));
    await keys.press("Tab");
    const skip = page.getByRole("link", { name: words("skip") });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await keys.press("Enter");
    await expect(shown.getByRole("main")).toBeFocused();
    await keys.tab();
    await expect(shown.getByRole("searchbox")).toBeFocused();
  });

  await test.step("search", async () => {
    await keys.type("tam tru");
    await expect(page.getByRole("status").filter({ hasText: /Tìm thấy \d+ thủ tục/ })).toBeAttached();
    await keys.enter(shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true }));
    await wizard.movedTo("Đăng ký tạm trú");
    await keys.enter(shown.getByRole("link", { name: words("start-button"), exact: true }));
  });

  await test.step("who: an error first, and the way from the summary to the input", async () => {
    await wizard.movedTo("Thông tin của bạn");
    await goOn();
    await expect(wizard.summary).toBeFocused();
    await keys.enter(wizard.summary.getByRole("link").first());
    await expect(text("Họ, chữ đệm và tên")).toBeFocused();
    await keys.type("Nguyễn Văn Mẫu");
    await date(/^Ngày sinh/, "27", "3", "1990");
    await keys.radio(group(/Giới tính/), "Nữ");
    await keys.fill(text("Số định danh cá nhân"), "001099000001");
    await goOn();
  });

  await test.step("contact", async () => {
    await wizard.movedTo("Địa chỉ và liên hệ");
    await address(/Nơi thường trú/, ["ha noi", "Thành phố Hà Nội"], ["ba dinh", "Phường Ba Đình"], "Số 1, phố Mẫu");
    await keys.fill(text("Số điện thoại"), "0912 345 678");
    // Enter in an input goes on, as in every form.
    await keys.press("Enter");
  });

  await test.step("place", async () => {
    await wizard.movedTo("Nơi tạm trú");
    await address(/Địa chỉ tạm trú/, ["da nang", "Thành phố Đà Nẵng"], ["hai chau", "Phường Hải Châu"], "Phòng 2, nhà số 3");
    await date(/^Tạm trú từ ngày/, "15", "11", "2026");
    await date(/^Tạm trú đến ngày/, "15", "11", "2027");
    await keys.radio(group(/Quyền ở/), "Thuê");
    await keys.radio(group(/Giấy tờ chỗ ở/), "Không hoặc không rõ");
    await goOn();
  });

  await test.step("household", async () => {
    await wizard.movedTo("Bạn là chủ hộ?");
    await keys.radio(group(/Bạn là chủ hộ/), "Có");
    await goOn();
  });

  await test.step("people: one is added, one more is added and taken out again", async () => {
    const add = shown.getByRole("button", { name: /^Thêm/ });
    for (const [n, name, id] of [
      [1, "Lê Thị Mẫu", "001192000003"],
      [2, "Phạm Mẫu", "001092000005"],
    ] as const) {
      await wizard.movedTo("Người cùng đăng ký");
      await keys.enter(add);
      await wizard.movedTo(`Người ${n}`);
      await keys.fill(text("Họ, chữ đệm và tên của người này"), name);
      await date(/^Ngày sinh/, "", "8", "1992");
      await keys.radio(group(/Giới tính/), "Nữ");
      await keys.fill(text("Số định danh của người này"), id);
      await keys.pick(shown.getByRole("combobox", { name: "Quan hệ của người này với chủ hộ" }), "o nho", "Người ở nhờ");
      await goOn();
    }
    await wizard.movedTo("Người cùng đăng ký");
    await keys.enter(shown.getByRole("button", { name: words("remove-what", { what: "Phạm Mẫu" }) }));
    await expect(shown.getByText("Phạm Mẫu", { exact: true })).toHaveCount(0);
    await expect(add).toBeFocused();
    await goOn();
  });

  await test.step("consent and documents", async () => {
    await wizard.movedTo(/Ý kiến đồng ý|Chủ sở hữu chỗ ở đồng ý/);
    await keys.radio(group(/Chủ sở hữu chỗ ở đồng ý/), "Qua VNeID");
    await goOn();
    await wizard.movedTo(/Giấy tờ/);
    const choosing = page.waitForEvent("filechooser");
    await keys.tabTo(shown.locator('input[type="file"]'));
    await keys.press("Enter");
    await (await choosing).setFiles(files.pdf);
    await expect(shown.getByText(words("file-arrived"))).toBeVisible();
    await keys.notLost();
    await goOn();
  });

  await test.step("check, change, declare, send", async () => {
    await wizard.movedTo("Kiểm tra lại hồ sơ");
    await keys.enter(shown.getByRole("link", { name: "Sửa Số điện thoại", exact: true }));
    await wizard.movedTo("Địa chỉ và liên hệ");
    await keys.fill(text("Số điện thoại"), "0987 654 321");
    await goOn();
    await wizard.movedTo("Kiểm tra lại hồ sơ");
    await expect(wizard.answer("Số điện thoại")).toContainText("987 654 321");
    const declared = shown.getByRole("checkbox", { name: /cam đoan/ });
    await keys.tabTo(declared);
    await keys.press("Space");
    await expect(declared).toBeChecked();
    await keys.enter(shown.getByRole("button", { name: words("send") }));
  });

  await wizard.movedTo(words("receipt-title"));
  const code = await wizard.dossierCode();
  const lookup = await wizard.lookupCode();

  await test.step("tracking on this device", async () => {
    const refresh = shown.getByRole("button", { name: words("tracking-refresh") });
    const asked = page.waitForResponse(new RegExp(`/api/dossiers/${code}`));
    await keys.enter(refresh);
    await asked;
    await expect(refresh).toBeFocused();
    await expect(shown.getByText(words("status-submitted-do"))).toBeVisible();
  });

  await test.step("forgotten here, tracked with code and proof", async () => {
    await keys.enter(shown.getByRole("button", { name: words("forget-button") }));
    await wizard.movedTo(words("home-title"));
    await keys.fill(text(words("track-code")), code);
    await keys.press("Enter");
    await wizard.movedTo(words("proof-title"));
    await keys.fill(text(words("proof-label")), lookup);
    await keys.press("Enter");
    await wizard.movedTo(words("tracking-title"));
    await expect(shown.getByText(words("status-submitted-do"))).toBeVisible();
  });
});

// [36] [50] [72]
test("a searchable list: arrows, Enter, Escape, and what is typed in full counts", async ({ page, wizard, portal, residence }) => {
  await putDraft(page, portal.url, residence);
  const keys = new Keys(page);
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  const home = wizard.shown.getByRole("group", { name: /Nơi thường trú/ });
  const province = home.getByRole("combobox", { name: words("address-province") });
  const commune = home.getByRole("combobox", { name: words("address-commune") });
  const clear = async () => keys.press("Control+a", "Delete");

  // Both lists are there: codes are shown as names.
  await expect(province).toHaveValue("Thành phố Hà Nội");
  await expect(commune).toHaveValue("Phường Ba Đình");

  await test.step("the first that fits is taken by arrow and Enter; Enter does not send the form", async () => {
    await keys.tabTo(province);
    await clear();
    await keys.type("hue");
    await expect(province).toHaveAttribute("aria-expanded", "true");
    await keys.press("ArrowDown", "Enter");
    await expect(province).toHaveValue("Thành phố Huế");
    await wizard.at("Địa chỉ và liên hệ");
    await expect(wizard.summary).toHaveCount(0);
    // The commune was one of another province.
    await expect(commune).toHaveValue("");
  });

  await test.step("Escape closes the list and keeps what was typed", async () => {
    await clear();
    await keys.type("da n");
    await expect(province).toHaveAttribute("aria-expanded", "true");
    await keys.press("Escape");
    await expect(province).toHaveAttribute("aria-expanded", "false");
    await expect(province).toHaveValue("da n");
  });

  for (const typed of ["Thành phố Đà Nẵng", "thanh pho da nang", "Đà Nẵng", "da nang"]) {
    await test.step(`typed in full and left with Tab: ${typed}`, async () => {
      await clear();
      await keys.type(typed);
      await keys.tab();
      await expect(province).toHaveValue("Thành phố Đà Nẵng");
      await keys.press("Shift+Tab");
      await expect(province).toBeFocused();
    });
  }

  for (const [typed, place, said] of [
    ["tp hcm", "Thành phố Hồ Chí Minh", "TP.HCM"],
    ["saigon", "Thành phố Hồ Chí Minh", "Saigon"],
    ["binh duong", "Thành phố Hồ Chí Minh", words("list-now-part", { name: "Bình Dương" })],
    ["kien giang", "Tỉnh An Giang", words("list-now-part", { name: "Kiên Giang" })],
  ] as const) {
    await test.step(`by what people call it: ${typed}`, async () => {
      await clear();
      await keys.type(typed);
      await expect(home.getByRole("option")).toHaveText([`${place} ${said}`]);
      await noViolations(page, typed);
      await keys.tab();
      await expect(province).toHaveValue(place);
      await keys.press("Shift+Tab");
    });
  }

  await test.step("typed in full, and Enter with the list open takes it", async () => {
    await clear();
    await keys.type("hai phong");
    await expect(province).toHaveAttribute("aria-expanded", "true");
    await keys.press("Enter");
    await expect(province).toHaveValue("Thành phố Hải Phòng");
    await expect(province).toHaveAttribute("aria-expanded", "false");
    await wizard.at("Địa chỉ và liên hệ");
    await expect(wizard.summary).toHaveCount(0);
  });

  await test.step("what fits nothing stays to the letter and is told on Continue", async () => {
    await clear();
    await keys.type("Atlantis");
    await keys.enter(wizard.shown.getByRole("button", { name: words("continue"), exact: true }));
    await expect(wizard.summary).toBeFocused();
    await expect(province).toHaveValue("Atlantis");
    await keys.enter(wizard.summary.getByRole("link").first());
    await expect(province).toBeFocused();
  });
});
