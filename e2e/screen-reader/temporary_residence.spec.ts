// Temporary residence as somebody hears it who sees nothing of it: people in a list, and tracking by code.
import { Wizard } from "../pages/wizard.ts";
import { words } from "../support/words.ts";
import { test } from "./test.ts";

test.use({ transcript: "temporary_residence" });

test("temporary residence, from search to tracking", async ({ reader, files }) => {
  const { page } = reader;
  const wizard = new Wizard(page);
  const { shown } = wizard;
  const text = (name: string) => shown.getByRole("textbox", { name });
  const combobox = (name: string) => shown.getByRole("combobox", { name });
  const goOn = shown.getByRole("button", { name: words("continue"), exact: true });
  const add = shown.getByRole("button", { name: /^Thêm/ });
  const heading = "tiêu đề cấp 1";
  const found = /Có \d+ mục khớp/;

  await reader.in("Search", async () => {
    await reader.press("ctrl+Home", words("skip"));
    await reader.tabTo(shown.getByRole("searchbox"), words("search-label"));
    await reader.type("tam tru", /Tìm thấy \d+ thủ tục/);
    await reader.press("Tab", words("search-button"));
    await reader.press("Tab", words("search-filters"));
    await reader.press("Tab", "Đăng ký tạm trú", "liên kết");
    await reader.press("Return", "Đăng ký tạm trú", heading);
    await reader.tabTo(shown.getByRole("link", { name: words("start-button"), exact: true }));
    await reader.press("Return", "Thông tin của bạn", heading);
  });

  await reader.in("Who and contact", async () => {
    await reader.press("Tab");
    await reader.type("Nguyễn Văn Mẫu");
    await reader.press("Tab", "Ngày sinh", `${words("why")} (Ngày sinh)`);
    await reader.press("Tab", words("date-day"));
    await reader.press("Tab", words("date-month"));
    await reader.press("Tab", words("date-year"));
    await reader.type("1990");
    await reader.press("Tab", "Giới tính", words("why"));
    await reader.press("Tab", "Nam");
    await reader.press("space", "chọn");
    await reader.tabTo(text("Số định danh cá nhân"), "Số định danh cá nhân");
    await reader.type("00109900000");
    await reader.press("Return", words("error-summary-title"));
    await reader.press("Tab", "Bạn đã nhập 11 chữ số");
    await reader.press("Return", "Số định danh cá nhân", words("error-prefix"), "Bạn đã nhập 11 chữ số");
    await reader.press("End");
    await reader.type("1");
    await reader.press("Return", "Địa chỉ và liên hệ", heading);
    await reader.aside(async () => {
      await wizard.address(/Nơi thường trú/, ["ha noi", "Thành phố Hà Nội"], ["ba dinh", "Phường Ba Đình"], "Số 1, phố Mẫu");
      await wizard.fill("Số điện thoại", "0912345678");
    });
    await reader.press("Return", "Nơi tạm trú", heading);
  });

  await reader.in("Place", async () => {
    await reader.aside(async () => {
      await wizard.address(/Địa chỉ tạm trú/, ["da nang", "Thành phố Đà Nẵng"], ["hai chau", "Phường Hải Châu"], "Phòng 2, nhà số 3");
      await wizard.date(/^Tạm trú từ ngày/, "15", "11", "2026");
      await wizard.date(/^Tạm trú đến ngày/, "15", "11", "2025");
      await wizard.choose(/Giấy tờ chỗ ở/, "Không hoặc không rõ");
      await wizard.choose(/Quyền ở/, /Thuê/);
    });
    await reader.tabTo(goOn);
    await reader.press("Return", words("error-summary-title"));
    await reader.press("Tab", "tạm trú đến ngày");
    await reader.press("Return", "Tạm trú đến ngày", words("date-day"), words("error-prefix"));
    await reader.press("Tab", words("date-month"));
    await reader.press("Tab", words("date-year"), "2025");
    await reader.selectAll();
    await reader.type("2027");
    await reader.press("Return", "Bạn là chủ hộ?", heading);
  });

  await reader.in("Household: a question that brings another page", async () => {
    await reader.press("Up");
    await reader.press("Tab", "Bạn là chủ hộ?", words("why"));
    await reader.press("Tab", words("yes"));
    await reader.press("Down", words("no"));
    await reader.press("space", "chọn");
    await reader.tabTo(goOn);
    await reader.press("Return", "Thông tin của chủ hộ", heading);
    await reader.aside(async () => {
      await wizard.fill("Họ tên chủ hộ", "Trần Thị Mẫu");
      await wizard.fill("Số định danh của chủ hộ", "001199000002");
    });
    await reader.press("Tab", "Quan hệ với chủ hộ");
    await reader.type("thue", found);
    await reader.press("Down", "Người thuê nhà");
    await reader.press("Return");
    await reader.press("Return", "Người cùng đăng ký", heading);
  });

  await reader.in("People: one is added, one more is added and taken out", async () => {
    const person = async (name: string) => {
      await wizard.fill("Họ, chữ đệm và tên của người này", name);
      await wizard.date(/^Ngày sinh/, "", "8", "1992");
      await wizard.choose(/Giới tính/, "Nữ");
      await wizard.pick(shown, "Quan hệ của người này với chủ hộ", "thue", "Người thuê nhà");
      await wizard.fill("Số định danh của người này", "001192000003");
    };
    await reader.press("Down");
    await reader.press("Down");
    await reader.press("Down");
    await reader.tabTo(add, "Thêm");
    await reader.press("Return", "Người 1", heading);
    await reader.press("Tab", "Họ, chữ đệm và tên của người này");
    await reader.aside(() => person("Lê Thị Mẫu"));
    await reader.press("Return", "Người cùng đăng ký", heading);
    await reader.tabTo(add, "Thêm");
    await reader.press("Return", "Người 2", heading);
    await reader.aside(() => person("Phạm Mẫu"));
    await reader.press("Return", "Người cùng đăng ký", heading);
    await reader.tabTo(shown.getByRole("button", { name: words("remove-what", { what: "Phạm Mẫu" }) }), "Bỏ: Phạm Mẫu");
    await reader.press("Return", "Thêm người", words("row-removed", { what: "Phạm Mẫu" }));
    await reader.tabTo(goOn);
    await reader.press("Return", "Ý kiến đồng ý", heading);
  });

  await reader.in("Consent and papers", async () => {
    await reader.press("Tab", "Chủ hộ đồng ý", words("why"));
    await reader.press("Tab", "Qua VNeID", "1 của 3");
    await reader.press("space", "chọn");
    await reader.tabTo(shown.getByRole("group", { name: /Chủ sở hữu chỗ ở đồng ý/ }).getByRole("radio").first(), "Qua VNeID");
    await reader.press("space", "chọn");
    await reader.tabTo(goOn);
    await reader.press("Return", "Giấy tờ", heading);
    await reader.tabTo(shown.locator('input[type="file"]').first(), "Giấy tờ chứng minh chỗ ở hợp pháp");
    await reader.aside(() => wizard.upload("Giấy tờ chứng minh chỗ ở hợp pháp", files.pdf));
    await reader.press("shift+Tab", "Bỏ tệp");
    // The button that had the focus is gone; whether Orca names the input that has it now is chance.
    await reader.pressLoosely("Return", "Đã bỏ tệp");
    await reader.aside(() => wizard.upload("Giấy tờ chứng minh chỗ ở hợp pháp", files.pdf));
    await reader.tabTo(goOn);
    await reader.press("Return", words("review-title"), heading);
  });

  await reader.in("Check and send", async () => {
    await reader.aside(() => shown.getByRole("link", { name: "Sửa Bạn là chủ hộ?", exact: true }).focus());
    await reader.press("Return", "Bạn là chủ hộ?", heading);
    await reader.tabTo(shown.getByRole("radio", { checked: true }), words("no"));
    await reader.press("Up", words("yes"));
    await reader.press("space", "chọn");
    await reader.tabTo(goOn);
    await reader.press("Return", words("review-title"), heading);
    await reader.press("Down");
    await reader.aside(() => shown.getByRole("link", { name: /^Sửa/ }).last().focus());
    await reader.press("Tab", "Tôi cam đoan", "hộp chọn");
    await reader.press("space");
    await reader.press("Tab", words("send"));
    await reader.press("Return", words("receipt-title"), heading);
  });

  const code = await wizard.dossierCode();
  const lookup = await wizard.lookupCode();

  await reader.in("Tracked with the code and the word of the receipt", async () => {
    await reader.tabTo(shown.getByRole("button", { name: words("forget-button") }), words("forget-button"));
    await reader.press("Return", words("home-title"), heading);
    await reader.tabTo(text(words("track-code")), words("track-code"));
    await reader.aside(() => page.keyboard.insertText(code));
    await reader.press("Return", words("proof-title"), heading);
    await reader.tabTo(text(words("proof-label")), words("proof-label"));
    await reader.type("AAAAAAAAAA");
    await reader.press("Return", words("proof-wrong"));
    await reader.aside(() => text(words("proof-label")).fill(lookup));
    await reader.press("Return", words("tracking-title"), heading);
    for (let n = 0; n < 5; n++) await reader.press("Down");
  });
});
