// What a screen reader finds on a page: roles and names, in their order. Attributes and styles may
// change; these are what people hear.
import { putDraft, RESIDENCE } from "../support/drafts.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.beforeEach(async ({ page, portal, residence }) => {
  await putDraft(page, portal.url, residence);
});

// [107]
test("the home page, with what is the same on every page", async ({ page, wizard }) => {
  await page.goto("/");
  await expect(wizard.shown.getByRole("link", { name: "Đăng ký tạm trú", exact: true })).toBeVisible();
  await expect(wizard.shown.getByRole("heading", { name: words("drafts-title") })).toBeVisible();
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - banner:
      - link "Đến nội dung chính"
      - paragraph:
        - link "Cổng dịch vụ công mẫu"
      - navigation "Ngôn ngữ và hiển thị":
        - list:
          - listitem:
            - link "Tiếng Việt"
          - listitem:
            - link "English"
          - listitem:
            - button "Cỡ chữ, màu"
          - listitem:
            - button "Nghe"
          - listitem:
            - link "Trợ giúp"
      - paragraph: /Đây là cổng mẫu/
    - status
    - main:
      - heading "Làm thủ tục hành chính" [level=1]
      - search:
        - heading "Tìm thủ tục" [level=2]
        - paragraph: /có dấu hoặc không dấu/
        - searchbox "Tìm thủ tục"
        - button "Tìm"
      - list:
        - listitem:
          - link "Đăng ký tạm trú"
          - paragraph: /Đăng ký nơi bạn đến ở tạm/
          - paragraph: /Công an cấp xã/
        - listitem:
          - link "Đổi giấy phép lái xe"
          - paragraph: /Đổi giấy phép lái xe/
          - paragraph: /Phòng Cảnh sát giao thông/
      - region "Hồ sơ đang làm dở":
        - heading "Hồ sơ đang làm dở" [level=2]
        - paragraph: /chỉ lưu trên máy này/
        - list:
          - listitem:
            - heading "Đăng ký tạm trú" [level=3]
            - paragraph: /Đang ở bước/
            - paragraph: /Đã lưu lúc/
            - paragraph:
              - 'link "Làm tiếp: Đăng ký tạm trú"'
              - 'button "Xóa: Đăng ký tạm trú"'
      - region "Tra cứu hồ sơ":
        - heading "Tra cứu hồ sơ" [level=2]
        - text: Mã hồ sơ
        - paragraph: /Ghi trên giấy hẹn/
        - textbox "Mã hồ sơ"
        - button "Tra cứu"
    - contentinfo:
      - heading "Cần trợ giúp" [level=2]
      - paragraph: /Bộ phận Một cửa/
      - paragraph: /Đơn vị vận hành/
    - status
  `);
  const [vietnamese, english] = [page.getByRole("link", { name: "Tiếng Việt" }), page.getByRole("link", { name: "English" })];
  await expect(vietnamese).toHaveAttribute("aria-current", "true");
  await expect(english).toHaveAttribute("lang", "en");
  await expect(english).toHaveAttribute("hreflang", "en");
  await expect(wizard.shown.getByRole("searchbox")).toHaveAccessibleDescription(words("search-hint"));
});

test("the page of a procedure", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}`);
  await wizard.at("Đăng ký tạm trú");
  await expect(page.getByRole("navigation", { name: words("back-label") })).toMatchAriaSnapshot(`- link "Trang đầu"`);
  await expect(wizard.shown.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Đăng ký tạm trú" [level=1]
    - paragraph
    - heading "Ai làm được thủ tục này" [level=2]
    - list:
      - listitem: /Người đến ở tạm/
    - heading "Cần chuẩn bị" [level=2]
    - list:
      - listitem: Thẻ căn cước của bạn
    - paragraph:
      - button "In danh sách này"
    - heading "Chi phí, thời gian, kết quả" [level=2]
    - term: /Lệ phí, tính đến ngày \\d+\\/\\d+\\/\\d+/
    - definition:
      - list:
        - listitem:
          - strong: 7.000 đồng
    - term: Thời gian giải quyết
    - definition:
      - paragraph: /3 ngày làm việc/
    - term: Kết quả
    - definition
    - term: Cơ quan giải quyết
    - definition: Công an cấp xã
    - term: Làm trên mạng
    - definition: /toàn trình/
    - paragraph: /được lưu trên máy này/
    - paragraph:
      - link "Làm tiếp hồ sơ đang dở"
    - group: Căn cứ pháp lý
  `);
});

// [4] [38] [64] [67] [68] [87]
test("a step with an error", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}/apply/contact`);
  await wizard.at("Địa chỉ và liên hệ");
  await wizard.fill("Số điện thoại", "12");
  await wizard.goOn();
  await expect(wizard.summary).toBeFocused();
  await expect(page).toHaveTitle("Lỗi: Địa chỉ và liên hệ – Đăng ký tạm trú – Cổng dịch vụ công mẫu");
  await expect(page.getByRole("navigation", { name: words("back-label") })).toMatchAriaSnapshot(`- link "Quay lại"`);
  await expect(wizard.shown.getByRole("main")).toMatchAriaSnapshot(`
    - group "Có chỗ cần sửa":
      - heading "Có chỗ cần sửa" [level=2]
      - list:
        - listitem:
          - link "Nhập số điện thoại có 10 chữ số, ví dụ 0900 000 000"
    - paragraph: /Đăng ký tạm trú · Bước 2 trên nhiều nhất 8/
    - group "Địa chỉ và liên hệ":
      - heading "Địa chỉ và liên hệ" [level=1]
      - group /Nơi thường trú/:
        - combobox "Tỉnh, thành phố": Thành phố Hà Nội
        - combobox "Xã, phường, đặc khu": Phường Ba Đình
        - textbox "Số nhà, đường, thôn, tổ": Số 1, phố Mẫu
      - text: Số điện thoại
      - group: Vì sao hỏi điều này (Số điện thoại)
      - paragraph: "Lỗi: Nhập số điện thoại có 10 chữ số, ví dụ 0900 000 000"
      - textbox "Số điện thoại" [invalid]: "12"
      - textbox "Thư điện tử (email) (không bắt buộc)"
    - button "Tiếp tục"
    - paragraph: /Đã lưu trên máy này/
  `);
  const phone = wizard.shown.getByLabel("Số điện thoại");
  await expect(phone).toHaveAccessibleDescription(/Tin nhắn về hồ sơ.*Lỗi: Nhập số điện thoại có 10 chữ số/);
  await expect(phone).toHaveAttribute("autocomplete", "tel");
  await expect(wizard.shown.getByRole("button", { name: words("continue") })).toHaveAccessibleDescription(/Đã lưu trên máy này/);
});

// [94] [95] [96]
test("the check page", async ({ page, wizard }) => {
  await page.goto(`/procedures/${RESIDENCE}/review`);
  await wizard.at("Kiểm tra lại hồ sơ");
  await expect(wizard.shown.getByRole("main")).toMatchAriaSnapshot(`
    - paragraph: Đăng ký tạm trú
    - heading "Kiểm tra lại hồ sơ" [level=1]
    - paragraph: /Hồ sơ chưa gửi/
    - heading "Thông tin của bạn" [level=2]
    - term: Họ, chữ đệm và tên
    - definition:
      - paragraph: Nguyễn Văn Mẫu
    - definition:
      - link "Sửa Họ, chữ đệm và tên"
    - term: Ngày sinh
    - definition:
      - paragraph: "1990"
    - definition:
      - link "Sửa Ngày sinh"
    - heading "Địa chỉ và liên hệ" [level=2]
    - term: Thư điện tử (email)
    - definition:
      - paragraph: Không có
    - definition:
      - link "Sửa Thư điện tử (email)"
    - heading "Cam đoan và gửi" [level=2]
    - checkbox /^Tôi cam đoan/
    - status
    - button "Gửi hồ sơ"
  `);
  await test.step("no two links of the page have the same name", async () => {
    const names = await wizard.shown.getByRole("main").getByRole("link").evaluateAll((links) =>
      links.map((link) => link.textContent!.replace(/\s+/g, " ").trim()),
    );
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });
});
