// The driving licence exchange as somebody hears it who sees nothing of it.
import { basename } from "node:path";
import { Wizard } from "../pages/wizard.ts";
import { attachDrivingLicence } from "../journeys/sample.ts";
import { words } from "../support/words.ts";
import { expect, test } from "./test.ts";

test.use({ transcript: "driving_licence" });

test("the driving licence exchange, from search to tracking", async ({ reader, files, portal }) => {
  const { page } = reader;
  const wizard = new Wizard(page);
  const { shown } = wizard;
  const text = (name: string) => shown.getByRole("textbox", { name });
  const goOn = shown.getByRole("button", { name: words("continue"), exact: true });
  const heading = "tiêu đề cấp 1";
  const found = /Có \d+ mục khớp/;

  await reader.in("Search", async () => {
    await reader.press("ctrl+Home", words("skip"));
    await reader.press("Return", words("home-title"));
    await reader.press("Tab", words("search-label"), "doi giay phep");
    await reader.type("doi giay phep", /Tìm thấy \d+ thủ tục/);
    await reader.press("Tab", words("search-button"));
    await reader.press("Tab", words("search-filters"));
    await reader.press("Tab", "Đổi giấy phép lái xe", "liên kết");
    await reader.press("Return", "Đổi giấy phép lái xe", heading);
  });

  await reader.in("The procedure's page, by headings and lines", async () => {
    await reader.press("h", words("who-title"));
    await reader.press("h", words("prepare-title"));
    await reader.press("Down", "Giấy phép lái xe hiện có");
    await reader.press("Down");
    await reader.press("h", words("facts-title"));
    for (let n = 0; n < 5; n++) await reader.press("Down");
    await reader.tabTo(shown.getByRole("link", { name: words("start-button"), exact: true }), words("start-button"), "liên kết");
    await reader.press("Return", "Thông tin của bạn", heading);
  });

  await reader.in("Who: Continue on an empty page, and from the summary to the question", async () => {
    await reader.tabTo(goOn, words("continue"), words("saved-not-yet"));
    await reader.press("Return", words("error-summary-title"));
    await reader.press("Down", "Chọn trường hợp của bạn", "liên kết");
    await reader.press("Down", "Nhập họ, chữ đệm và tên", "liên kết");
    await reader.press("Down", "Nhập ngày sinh", "liên kết");
    await reader.press("Return", "Ngày sinh", words("date-day"), words("error-prefix"), "Nhập ngày sinh");
    await reader.type("27");
    await reader.press("Tab", words("date-month"));
    await reader.type("3");
    await reader.press("Tab", words("date-year"));
    await reader.type("1990");
    await reader.press("Tab", "Giới tính", "Nam", words("error-prefix"), "Chọn giới tính");
    await reader.press("Down", "Nữ");
    await reader.press("space", "chọn");
    await reader.press("shift+Tab", "Ngày sinh", words("date-year"), "1990");
    await reader.press("shift+Tab", words("date-month"));
    await reader.press("shift+Tab", words("date-day"));
    await reader.press("shift+Tab", "Họ, chữ đệm và tên", words("error-prefix"), "Nhập họ, chữ đệm và tên");
    await reader.type("Nguyễn Văn Mẫu");
    await reader.press("shift+Tab", "Bạn thuộc trường hợp nào?", "1 của 3");
    await reader.press("space", "chọn");
    await reader.aside(() => wizard.fill("Số định danh cá nhân", "001099000001"));
    await reader.press("Return", "Địa chỉ và liên hệ", heading);
  });

  await reader.in("Contact: lists that are searched", async () => {
    await reader.press("Tab", "Nơi thường trú", words("help"));
    await reader.press("Tab", words("address-province"), words("address-province-hint"));
    await reader.type("ha noi", found);
    await reader.press("Down", "Thành phố Hà Nội");
    await reader.press("Return");
    await reader.press("Tab", words("address-commune"));
    await reader.type("ba dinh", found);
    await reader.press("Down", "Phường Ba Đình");
    await reader.press("Return");
    await reader.press("Tab", words("address-detail"));
    await reader.type("Số 1, phố Mẫu");
    await reader.press("Tab", words("why"));
    await reader.press("Tab", "Số điện thoại");
    await reader.type("12");
    await reader.press("Return", words("error-summary-title"));
    await reader.press("Tab", words("problem-phone"));
    await reader.press("Return", "Số điện thoại", words("error-prefix"), words("problem-phone"));
    await reader.selectAll();
    await reader.type("0912345678");
    await reader.press("Return", "Giấy phép lái xe hiện có", heading);
  });

  await reader.in("Licence: many boxes to tick", async () => {
    await reader.tabTo(text("Số giấy phép lái xe"), "Số giấy phép lái xe");
    await reader.type("010123456789");
    await reader.press("Tab", words("lookup-sign-in"));
    await reader.press("Tab", "Hạng giấy phép", words("why"));
    await reader.press("Tab", words("help"));
    await reader.press("Tab", "A1", "hộp chọn");
    await reader.press("space");
    await reader.press("space");
    await reader.aside(async () => {
      await shown.getByRole("checkbox", { name: /^B2/ }).check();
      await wizard.date(/Ngày cấp/, "15", "5", "2017");
      await wizard.date(/Giá trị đến/, "15", "5", "2030");
      await wizard.fill("Nơi cấp", "Sở Giao thông vận tải Hà Nội");
    });
    await reader.tabTo(shown.getByRole("group", { name: /tước quyền/ }).getByRole("radio").first(), words("yes"));
    await reader.press("Down", words("no"));
    await reader.press("space", "chọn");
    await reader.tabTo(goOn);
    await reader.press("Return", "Đề nghị đổi", heading);
  });

  await reader.in("Reason, training, health", async () => {
    await reader.aside(async () => {
      await wizard.choose(/Lý do đổi/, /Bị hỏng/);
      await wizard.choose(/Đề nghị đổi sang hạng/, "B");
    });
    await reader.tabTo(goOn);
    await reader.press("Return", "Nơi đã học lái xe", heading);
    await reader.tabTo(text("Đã học lái xe tại"), words("optional"));
    await reader.press("Return", "Giấy khám sức khỏe", heading);
    await reader.aside(async () => {
      await wizard.choose(/^Loại giấy khám/, /Bản giấy/);
      await wizard.date(/Ngày khám/, "27", "10", "2026");
      await wizard.fill("Cơ sở khám", "Bệnh viện Mẫu");
    });
    await reader.press("Return", "Nhận giấy phép mới", heading);
  });

  await reader.in("Delivery, and what it costs", async () => {
    await reader.tabTo(shown.getByRole("group", { name: /Cách nhận kết quả/ }).getByRole("radio").first(), "Tại cơ quan");
    await reader.press("space", "chọn");
    await reader.tabTo(goOn);
    await reader.press("Return", "Mức phí áp dụng cho bạn", heading);
    await reader.tabTo(shown.getByRole("radio").first(), "Mức thường");
    await reader.press("space", "chọn");
    await reader.tabTo(goOn);
    await reader.press("Return", "Giấy tờ kèm theo", heading);
  });

  await reader.in("Documents: a file that is refused, and one that arrives", async () => {
    await reader.tabTo(shown.getByLabel("Ảnh chân dung", { exact: true }), "Ảnh chân dung", "Tệp");
    await reader.choose(files.gif, "Chưa thêm được tệp", basename(files.gif));
    await reader.choose(files.portrait, basename(files.portrait), "đã tải lên");
    await reader.press("shift+Tab", "Bỏ tệp");
    await reader.aside(() => attachDrivingLicence(wizard, files, { butPortrait: true }));
    await reader.tabTo(goOn);
    await reader.press("Return", words("review-title"), heading);
  });

  await reader.in("Check: by lines and headings, and one answer changed", async () => {
    await reader.press("Down", words("review-not-sent"));
    await reader.press("h");
    await reader.press("Down");
    await reader.press("Down");
    await reader.press("Down");
    await reader.press("Down");
    await reader.press("h");
    await reader.press("Tab", words("change"), "Nơi thường trú", "liên kết");
    await reader.press("Tab", words("change"), "Số điện thoại", "liên kết");
    await reader.press("Return", "Địa chỉ và liên hệ", heading);
    await reader.tabTo(text("Số điện thoại"), "0912345678");
    await reader.selectAll();
    await reader.type("0987654321");
    await reader.press("Return", words("review-title"), heading);
  });

  await reader.in("Send: without the declaration first", async () => {
    const send = shown.getByRole("button", { name: words("send") });
    await reader.aside(() => shown.getByRole("checkbox", { name: /cam đoan/ }).focus());
    await reader.tabTo(send, words("send"));
    await reader.press("Return", words("error-summary-title"));
    await reader.press("Tab", words("problem-missing-declaration"));
    await reader.press("Return", "hộp chọn", words("problem-missing-declaration"));
    await reader.press("space");
    await reader.tabTo(send);
    await reader.press("Return", words("receipt-title"), heading);
  });

  await reader.in("Receipt, and what became of it", async () => {
    for (let n = 0; n < 8; n++) await reader.press("Down");
    const code = await wizard.dossierCode();
    portal.officer(code, "accepted");
    portal.officer(code, "in-progress", "Đang kiểm tra giấy phép.");
    await reader.tabTo(shown.getByRole("button", { name: words("tracking-refresh") }), words("tracking-refresh"));
    await reader.pressLoosely("Return", words("status-in-progress"));
    await reader.press("h");
    await reader.press("Down");
    await reader.press("Down");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("vi");
  });
});
