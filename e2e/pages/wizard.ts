// The wizard as people use it: by the names of its controls.
import { expect, type Locator, type Page } from "@playwright/test";

export class Wizard {
  constructor(readonly page: Page) {}

  /** The page that is shown; the one before leaves a second later. */
  get shown(): Locator {
    return this.page.locator('[data-slot="shown"]');
  }

  get heading(): Locator {
    return this.shown.getByRole("heading", { level: 1 });
  }

  get summary(): Locator {
    return this.shown.getByRole("group", { name: /Có chỗ cần sửa|There is a problem/ });
  }

  async at(heading: string | RegExp): Promise<void> {
    await expect(this.heading).toHaveText(heading);
  }

  /** The heading has the focus: a screen reader reads it. */
  async movedTo(heading: string | RegExp): Promise<void> {
    await this.at(heading);
    await expect(this.heading).toBeFocused();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.shown.getByLabel(label, { exact: typeof label === "string" }).fill(value);
  }

  async choose(question: string | RegExp, option: string | RegExp): Promise<void> {
    const group = this.shown.getByRole("group", { name: question });
    await group.getByRole("radio", { name: option, exact: typeof option === "string" }).check();
  }

  async tick(question: string | RegExp, ...options: string[]): Promise<void> {
    const group = this.shown.getByRole("group", { name: question });
    for (const option of options) await group.getByRole("checkbox", { name: option, exact: true }).check();
  }

  async date(question: string | RegExp, day: string, month: string, year: string): Promise<void> {
    const group = this.shown.getByRole("group", { name: question });
    await group.getByLabel(/Ngày|Day/).fill(day);
    await group.getByLabel(/Tháng|Month/).fill(month);
    await group.getByLabel(/Năm|Year/).fill(year);
  }

  /** Types into a searchable list and takes the option with this name. */
  async pick(within: Locator, label: string | RegExp, typed: string, option: string): Promise<void> {
    const box = within.getByRole("combobox", { name: label });
    await box.fill(typed);
    await within.getByRole("option", { name: option, exact: true }).click();
    await expect(box).toHaveValue(option);
  }

  async address(question: string | RegExp, province: [string, string], commune: [string, string], detail: string): Promise<void> {
    const group = this.shown.getByRole("group", { name: question });
    await this.pick(group, /Tỉnh, thành phố|Province/, ...province);
    await this.pick(group, /Xã, phường|Commune/, ...commune);
    await group.getByLabel(/Số nhà|House number/).fill(detail);
  }

  /** A question with all that belongs to it: label, hints, error, files. */
  question(label: string): Locator {
    return this.shown.locator("[data-field]").filter({ has: this.page.getByText(label, { exact: true }) });
  }

  async attach(label: string, ...files: string[]): Promise<void> {
    await this.shown.getByLabel(label, { exact: true }).setInputFiles(files);
  }

  /** Chooses files and waits until the portal has them. */
  async upload(label: string, ...files: string[]): Promise<void> {
    await this.attach(label, ...files);
    await expect(this.question(label).getByText(/Đã tải lên|Uploaded/)).toHaveCount(files.length);
  }

  /** The file of a question with this name: what became of it, and the button that takes it out. */
  file(label: string, name: string): Locator {
    return this.question(label).getByRole("listitem").filter({ hasText: name });
  }

  /** Unfolds everything on the page as it is. */
  async unfoldAll(): Promise<void> {
    for (const more of await this.shown.locator("summary").all()) await more.click();
  }

  async back(): Promise<void> {
    await this.shown.getByRole("link", { name: /^(Quay lại|Back)$/ }).click();
  }

  async declare(): Promise<void> {
    await this.shown.getByRole("checkbox", { name: /cam đoan/ }).check();
  }

  async goOn(): Promise<void> {
    await this.shown.getByRole("button", { name: /^(Tiếp tục|Continue)$/ }).click();
  }

  async send(): Promise<void> {
    await this.shown.getByRole("button", { name: /^(Gửi hồ sơ|Send the application)$/ }).click();
  }

  /** The answer on the check page. */
  answer(label: string): Locator {
    return this.shown.locator(".summary-row").filter({ has: this.page.getByText(label, { exact: true }) }).locator("dd").first();
  }

  async dossierCode(): Promise<string> {
    const line = this.shown.locator(".code-line .code");
    return (await line.innerText()).replace(/\s/g, "");
  }

  /** What proves on another device that somebody may see the dossier. */
  async lookupCode(): Promise<string> {
    return (await this.answer("Mã tra cứu").innerText()).trim();
  }
}
