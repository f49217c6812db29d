// Both procedures by keyboard alone, with one question a page on a small screen, and with text at
// 400 %. On the way the focus is seen everywhere, follows the page, and is never lost (support/keys.ts).
import type { Page } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { LICENCE, RESIDENCE } from "../support/drafts.ts";
import { shortIf } from "../support/extent.ts";
import type { Files } from "../support/files.ts";
import { Keys } from "../support/keys.ts";
import { places, type Question } from "../support/places.ts";
import { expect, test } from "../support/test.ts";
import { words } from "../support/words.ts";

test.describe.configure({ mode: "parallel" });

/** What is typed, the option that is taken (where a list is searched, both), or the file that is chosen. */
type Say = string | string[] | keyof Files;

const SAYS: Record<string, Record<string, Say>> = {
  [RESIDENCE]: {
    ap_name: "Nguyễn Văn Mẫu",
    ap_dob: ["27", "3", "1990"],
    ap_sex: "Nữ",
    ap_id: "001099000001",
    ap_addr: ["ha noi", "Thành phố Hà Nội", "ba dinh", "Phường Ba Đình", "Số 1, phố Mẫu"],
    ap_tel: "0912 345 678",
    addr: ["da nang", "Thành phố Đà Nẵng", "hai chau", "Phường Hải Châu", "Phòng 2, nhà số 3"],
    from: ["15", "11", "2026"],
    to: ["15", "11", "2027"],
    owner_rel: "Thuê",
    proof: "Có",
    is_head: "Không",
    head_name: "Trần Thị Mẫu",
    head_id: "001199000002",
    head_rel: ["thue", "Người thuê nhà"],
    m_name: "Lê Thị Mẫu",
    m_dob: ["", "8", "1992"],
    m_sex: "Nữ",
    m_id: "001192000003",
    m_rel: ["o nho", "Người ở nhờ"],
    c_head: "Qua VNeID",
    c_owner: "Bằng văn bản",
    f_consent: "card",
  },
  [LICENCE]: {
    nationality_kind: "Công dân Việt Nam sống ở trong nước",
    ap_name: "Nguyễn Văn Mẫu",
    ap_dob: ["27", "3", "1990"],
    ap_sex: "Nam",
    ap_id: "001099000001",
    ap_addr: ["ha noi", "Thành phố Hà Nội", "ba dinh", "Phường Ba Đình", "Số 1, phố Mẫu"],
    ap_tel: "0912 345 678",
    gplx_no: "010123456789",
    gplx_class: ["A1 (theo luật cũ, trước 1/1/2025)", "B2 (theo luật cũ, trước 1/1/2025)"],
    gplx_issued: ["15", "5", "2017"],
    gplx_expiry: ["15", "5", "2025"],
    gplx_by: "Sở Giao thông vận tải Hà Nội",
    suspended: "Không",
    reason: "Khác",
    reason_other: "Giấy phép bị phai màu.",
    want_class: "B",
    learned_year: ["2010"],
    hc_kind: "Bản giấy",
    hc_date: ["27", "10", "2026"],
    hc_clinic: "Bệnh viện Mẫu",
    dl_how: "Tại cơ quan",
    fee_class: "Mức thường",
    f_photo: "portrait",
    f_gplx_front: "card",
    f_gplx_back: "png",
    f_id_front: "card",
    f_id_back: "png",
    f_health: "pdf",
  },
};

class Typist {
  private readonly keys: Keys;

  constructor(
    private readonly page: Page,
    private readonly wizard: Wizard,
    private readonly files: Files,
    private readonly code: string,
  ) {
    this.keys = new Keys(page);
  }

  /** Answers what the page asks for, question by question, from its first page to the check page. */
  async goThrough(): Promise<void> {
    let isAdded = false;
    while (!this.page.url().endsWith("/review")) {
      const { pathname } = new URL(this.page.url());
      const place = places(this.code).findLast(({ path }) => pathname === path || pathname.startsWith(`${path}/`))!;
      await test.step(pathname, async () => {
        if (place.step.id === "members" && !place.row && !isAdded) {
          isAdded = true;
          await this.keys.enter(this.wizard.shown.getByRole("button", { name: /^Thêm/ }));
          return;
        }
        const alone = pathname.slice(place.path.length + 1);
        for (const question of place.questions) {
          if (!alone || alone === question.id) await this.answer(question);
        }
        await this.keys.enter(this.wizard.shown.getByRole("button", { name: words("continue"), exact: true }));
      });
      await this.leaves(pathname);
      await expect(this.wizard.heading).toBeFocused();
    }
  }

  /** Goes on once more where something is to be looked at again. */
  private async leaves(pathname: string): Promise<void> {
    const advice = this.wizard.shown.locator("#look-again");
    const moved = () => new URL(this.page.url()).pathname !== pathname;
    await expect.poll(async () => moved() || (await advice.isVisible()), { message: `from ${pathname}` }).toBe(true);
    if (!moved()) {
      await expect(advice).toBeFocused();
      await this.keys.enter(this.wizard.shown.getByRole("button", { name: words("continue"), exact: true }));
    }
    await expect.poll(moved, { message: `from ${pathname}` }).toBe(true);
  }

  private async answer({ id, kind, label }: Question): Promise<void> {
    const say = SAYS[this.code]![id];
    if (say === undefined) return;
    const { keys, wizard } = this;
    const name = new RegExp(`^(Người \\d: )?${label.vi!.replace(/[()?]/g, "\\$&")}`);
    const group = wizard.shown.getByRole("group", { name });
    switch (kind) {
      case "text":
      case "long-text":
        return keys.fill(wizard.shown.getByRole("textbox", { name }), say as string);
      case "date": {
        const parts = group.getByRole("textbox");
        for (const [n, part] of (say as string[]).entries()) if (part) await keys.fill(parts.nth(n), part);
        return;
      }
      case "yes-no":
        return keys.radio(group, say as string);
      case "choice":
        if (typeof say === "string") return keys.radio(group, say);
        return keys.pick(wizard.shown.getByRole("combobox", { name }), say[0]!, say[1]!);
      case "choices":
        for (const option of say) {
          const box = group.getByRole("checkbox", { name: option, exact: true });
          await keys.tabTo(box);
          await keys.press("Space");
          await expect(box).toBeChecked();
        }
        return;
      case "address": {
        const [province, provinceName, commune, communeName, detail] = say as [string, string, string, string, string];
        await keys.pick(group.getByRole("combobox", { name: words("address-province") }), province, provinceName);
        await keys.pick(group.getByRole("combobox", { name: words("address-commune") }), commune, communeName);
        return keys.fill(group.getByLabel(words("address-detail")), detail);
      }
      case "file": {
        const choosing = this.page.waitForEvent("filechooser");
        await keys.tabTo(wizard.shown.getByLabel(name));
        await keys.press("Enter");
        await (await choosing).setFiles(this.files[say as keyof Files]);
        await expect(wizard.question(label.vi!).getByText(words("file-arrived"))).toBeVisible();
        return keys.notLost();
      }
      default:
        throw new Error(`nobody has said how to answer ${kind}`);
    }
  }

  /** Declares and sends. */
  async send(): Promise<void> {
    const { keys, wizard } = this;
    await wizard.at(words("review-title"));
    const declared = wizard.shown.getByRole("checkbox", { name: /cam đoan/ });
    await keys.tabTo(declared);
    await keys.press("Space");
    await expect(declared).toBeChecked();
    await keys.enter(wizard.shown.getByRole("button", { name: words("send") }));
    await wizard.movedTo(words("receipt-title"));
  }
}

for (const [name, code] of [
  ["temporary residence", RESIDENCE],
  ["driving licence", LICENCE],
] as const) {
  for (const [way, query, width] of [
    ["one question a page", "mode=one-question", 320],
    ["text at 400 %", "text=400", 1000],
  ] as const) {
    test(`[36] ${name} by keyboard alone, ${way}`, shortIf((code === RESIDENCE) === (width === 1000)), async ({ page, wizard, files }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`/procedures/${code}?${query}`);
      const start = wizard.shown.getByRole("link", { name: words("start-button"), exact: true });
      await new Keys(page).enter(start);
      await expect(wizard.heading).toBeFocused();
      const typist = new Typist(page, wizard, files, code);
      await typist.goThrough();
      await typist.send();
    });
  }
}
