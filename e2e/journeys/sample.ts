// Sample answers, plainly of nobody.
import type { Wizard } from "../pages/wizard.ts";
import type { Files } from "../support/files.ts";

export interface Along {
  /** Called on every page, before it is filled in, after, and with its errors. */
  eachPage?: () => Promise<void>;
}

/** Goes through the driving licence exchange from its first step to the check page. */
export async function fillDrivingLicence(wizard: Wizard, files: Files, { eachPage }: Along = {}): Promise<void> {
  const look = eachPage ?? (async () => {});
  const step = async (title: string, fill: () => Promise<void>) => {
    await wizard.at(title);
    await look();
    if (eachPage) {
      await wizard.goOn();
      await look();
    }
    await fill();
    await look();
    await wizard.goOn();
  };
  await step("Thông tin của bạn", async () => {
    await wizard.choose(/Bạn thuộc trường hợp nào/, /Công dân Việt Nam/);
    await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
    await wizard.date(/^Ngày sinh/, "27", "3", "1990");
    await wizard.choose(/Giới tính/, "Nam");
    await wizard.fill("Số định danh cá nhân", "001 099 000 001");
  });
  await step("Địa chỉ và liên hệ", async () => {
    await wizard.address(/Nơi thường trú/, ["ha noi", "Thành phố Hà Nội"], ["ba dinh", "Phường Ba Đình"], "Số 1, phố Mẫu");
    await wizard.fill("Số điện thoại", "0912 345 678");
  });
  await step("Giấy phép lái xe hiện có", async () => {
    await wizard.fill("Số giấy phép lái xe", "010 123 456 789");
    await wizard.shown.getByRole("checkbox", { name: /^B2/ }).check();
    await wizard.date(/Ngày cấp/, "15", "5", "2017");
    await wizard.date(/Giá trị đến/, "15", "5", "2030");
    await wizard.fill("Nơi cấp", "Sở Giao thông vận tải Hà Nội");
    await wizard.choose(/tước quyền/, "Không");
  });
  await step("Đề nghị đổi", async () => {
    await wizard.choose(/Lý do đổi/, /Bị hỏng/);
    await wizard.choose(/Đề nghị đổi sang hạng/, "B");
  });
  await wizard.at("Nơi đã học lái xe");
  await look();
  await wizard.goOn();
  await step("Giấy khám sức khỏe", async () => {
    await wizard.choose(/^Loại giấy khám/, /Bản giấy/);
    await wizard.date(/Ngày khám/, "27", "10", "2026");
    await wizard.fill("Cơ sở khám", "Bệnh viện Mẫu");
  });
  await step("Nhận giấy phép mới", async () => {
    await wizard.choose(/Cách nhận kết quả/, /Qua bưu điện/);
    await wizard.choose(/Gửi đến nơi thường trú/, "Không");
    await wizard.address(/Địa chỉ nhận/, ["da nang", "Thành phố Đà Nẵng"], ["hai chau", "Phường Hải Châu"], "Số 3, phố Mẫu");
    await wizard.fill("Họ tên người nhận", "Trần Thị Mẫu");
    await wizard.fill("Số điện thoại người nhận", "0987 654 321");
  });
  // Asked while a relief runs, until 28 February 2027.
  await wizard.at(/Mức phí áp dụng cho bạn|Giấy tờ kèm theo/);
  if ((await wizard.heading.innerText()).startsWith("Mức phí")) {
    await step("Mức phí áp dụng cho bạn", () => wizard.choose(/Mức phí áp dụng/, /^Mức thường/));
  }
  await step("Giấy tờ kèm theo", () => attachDrivingLicence(wizard, files));
  await wizard.at("Kiểm tra lại hồ sơ");
}

/** Chooses every file that the driving licence exchange asks for, and waits until they are there. */
export async function attachDrivingLicence(wizard: Wizard, files: Files, { butPortrait = false } = {}): Promise<void> {
  if (!butPortrait) await wizard.upload("Ảnh chân dung", files.portrait);
  await wizard.upload("Giấy phép lái xe, mặt trước", files.card);
  await wizard.upload("Giấy phép lái xe, mặt sau", files.png);
  await wizard.upload("Căn cước, mặt trước", files.png);
  await wizard.upload("Căn cước, mặt sau", files.card);
  await wizard.upload("Giấy khám sức khỏe", files.pdf);
}

/** Goes through the temporary residence registration, with two people on the list. */
export async function fillTemporaryResidence(wizard: Wizard, files: Files, { eachPage }: Along = {}): Promise<void> {
  const look = eachPage ?? (async () => {});
  const step = async (title: string, fill: () => Promise<void>) => {
    await wizard.at(title);
    await look();
    if (eachPage) {
      await wizard.goOn();
      await look();
    }
    await fill();
    await look();
    await wizard.goOn();
  };
  await step("Thông tin của bạn", async () => {
    await wizard.fill("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu");
    // A real birth date that carries only the year.
    await wizard.date(/^Ngày sinh/, "", "", "1990");
    await wizard.choose(/Giới tính/, "Nam");
    await wizard.fill("Số định danh cá nhân", "001099000001");
  });
  await step("Địa chỉ và liên hệ", async () => {
    await wizard.address(/Nơi thường trú/, ["ha noi", "Thành phố Hà Nội"], ["ba dinh", "Phường Ba Đình"], "Số 1, phố Mẫu");
    await wizard.fill("Số điện thoại", "+84 912 345 678");
  });
  await step("Nơi tạm trú", async () => {
    await wizard.address(/Địa chỉ tạm trú/, ["da nang", "Thành phố Đà Nẵng"], ["hai chau", "Phường Hải Châu"], "Phòng 2, nhà số 3");
    await wizard.date(/^Tạm trú từ ngày/, "15", "11", "2026");
    await wizard.date(/^Tạm trú đến ngày/, "15", "11", "2027");
    await wizard.choose(/Quyền ở/, /Thuê/);
    await wizard.choose(/Giấy tờ chỗ ở/, /^Có/);
  });
  await step("Bạn là chủ hộ?", async () => {
    await wizard.choose(/Bạn là chủ hộ/, "Không");
  });
  await step("Thông tin của chủ hộ", async () => {
    await wizard.fill("Họ tên chủ hộ", "Trần Thị Mẫu");
    await wizard.fill("Số định danh của chủ hộ", "001199000002");
    await wizard.pick(wizard.shown, "Quan hệ với chủ hộ", "thue", "Người thuê nhà");
  });
  await wizard.at("Người cùng đăng ký");
  await look();
  await addMember(wizard, look, "Lê Thị Mẫu", ["", "8", "1992"], "001192000003");
  await addMember(wizard, look, "Nguyễn Mẫu", ["14", "6", "2019"], "001219000004");
  await wizard.at("Người cùng đăng ký");
  await look();
  await wizard.goOn();
  await step("Ý kiến đồng ý", async () => {
    await wizard.choose(/Chủ hộ đồng ý/, /VNeID/);
    await wizard.choose(/Chủ sở hữu/, /VNeID/);
    // One of the two is a child.
    await wizard.choose(/Cha, mẹ/, /VNeID/);
  });
  await wizard.at("Kiểm tra lại hồ sơ");
}

async function addMember(
  wizard: Wizard,
  look: () => Promise<void>,
  name: string,
  born: [string, string, string],
  id: string,
): Promise<void> {
  await wizard.shown.getByRole("button", { name: /^Thêm/ }).click();
  await wizard.at(/^Người \d$/);
  await look();
  await wizard.fill("Họ, chữ đệm và tên của người này", name);
  await wizard.date(/^Ngày sinh/, ...born);
  await wizard.choose(/Giới tính/, "Nữ");
  await wizard.fill("Số định danh của người này", id);
  await wizard.pick(wizard.shown, "Quan hệ của người này với chủ hộ", "thue", "Người thuê nhà");
  await look();
  await wizard.goOn();
  await wizard.at("Người cùng đăng ký");
}
