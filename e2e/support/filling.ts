// Fills in any procedure with its sample answers, page by page, through the controls that people use.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Locator } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import type { Files } from "./files.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Option {
  value: string;
  label: Record<string, string>;
}

export interface Field {
  id: string;
  kind: string;
  label: Record<string, string>;
  options?: Option[];
  list?: string;
  list_parent?: string;
  accept?: string[];
  item?: Record<string, string>;
  fields?: Field[];
}

interface Definition {
  name: Record<string, string>;
  account?: { level: number };
  in_person?: unknown;
  components?: { id: string; name: Record<string, string>; agency: Record<string, string> }[];
  steps: { id: string; title: Record<string, string>; fields: Field[] }[];
  declarations: Field[];
}

const folder = resolve(import.meta.dirname, "../../crates/procedure/fixtures");
const read = (path: string) => JSON.parse(readFileSync(resolve(folder, path), "utf8"));

export const definition = (code: string): Definition => read(`procedures/${code}.json`);
export const sample = (code: string): Record<string, Json> => read(`answers/${code}.json`);

/** What a page does with one question. By mouse; `Typing` (typing.ts) does the same by keyboard. */
export class Filling {
  private readonly lists = new Map<string, Option[]>();

  constructor(
    readonly wizard: Wizard,
    private readonly origin: string,
    protected readonly files: Files,
  ) {}

  /** From the page that is shown to the check page. `each` is called on every page, before and after. */
  async all(
    code: string,
    answers: Record<string, Json>,
    each: (when: "empty" | "filled") => Promise<void> = async () => {},
  ): Promise<void> {
    const { steps } = definition(code);
    for (;;) {
      await this.arrived();
      const path = this.path();
      if (path.endsWith("/review")) return;
      // With one question a page, its name comes after that of its step.
      const [, id, alone] = /^\/procedures\/[^/]+\/apply\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
      const step = steps.find((step) => step.id === id);
      if (!step) throw new Error(`no step at ${path}`);
      await each("empty");
      await this.step(step.fields.filter((field) => !alone || field.id === alone), answers);
      await each("filled");
      await this.goOn(path);
    }
  }

  /** The page that is shown has come. */
  protected async arrived(): Promise<void> {
    await expect(this.wizard.heading).toBeVisible();
  }

  protected path(): string {
    return new URL(this.wizard.page.url()).pathname;
  }

  /** Continue; what is only pointed out is gone past with a second one. */
  async goOn(path: string): Promise<void> {
    const { wizard } = this;
    const moved = () => this.path() !== path;
    await this.pressContinue();
    const advice = wizard.shown.locator("#look-again");
    const isSomethingSaid = async () => (await advice.isVisible()) || (await wizard.summary.isVisible());
    await expect.poll(async () => moved() || (await isSomethingSaid()), { message: `from ${path}` }).toBe(true);
    if (!moved() && (await advice.isVisible())) await this.pressContinue();
    if (!moved() && (await wizard.summary.isVisible())) throw new Error(`${path}: ${await wizard.summary.innerText()}`);
    await expect.poll(moved, { message: `from ${path}` }).toBe(true);
  }

  protected async pressContinue(): Promise<void> {
    await this.wizard.goOn();
  }

  async step(fields: Field[], answers: Record<string, Json>): Promise<void> {
    for (const field of fields) {
      const answer = answers[field.id];
      if (answer === undefined || answer === null) continue;
      if (field.kind === "repeat") await this.rows(field, answer as Record<string, Json>[], answers);
      else await this.field(field, answer, answers, field.id);
    }
  }

  private async rows(repeat: Field, rows: Record<string, Json>[], answers: Record<string, Json>): Promise<void> {
    const { wizard } = this;
    const list = this.path();
    for (const [n, row] of rows.entries()) {
      await this.press(wizard.shown.getByRole("button", { name: /^Thêm/ }));
      await expect(wizard.page).toHaveURL(new RegExp(`${list}/${n + 1}(/|$)`));
      while (this.path() !== list) {
        await this.arrived();
        const path = this.path();
        const alone = path.split("/")[list.split("/").length + 1];
        for (const field of repeat.fields!.filter((field) => !alone || field.id === alone)) {
          const answer = row[field.id];
          if (answer === undefined || answer === null) continue;
          await this.field(field, answer, { ...answers, ...row }, `${repeat.id}-${n}-${field.id}`);
        }
        await this.goOn(path);
      }
      await this.arrived();
    }
  }

  async field(field: Field, answer: Json, answers: Record<string, Json>, id: string): Promise<void> {
    const question = this.question(id);
    await expect(question, id).toBeVisible();
    // By the names that people hear: a row's question is called "Xe 1: Biển số" where it stands alone.
    const name = new RegExp(`^(\\S.* \\d+: )?${field.label.vi!.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
    const group = question.and(this.wizard.page.getByRole("group", { name }));
    const option = async (value: string) => {
      const parent = field.list_parent ? String(answers[field.list_parent]) : "";
      const options = field.options ?? (await this.list(field.list!, parent));
      return options.find((one) => one.value === value)!.label.vi!;
    };
    switch (field.kind) {
      case "text":
      case "long-text":
      case "number":
      case "money":
        return this.write(question.getByRole("textbox", { name }), String(answer));
      case "date": {
        const [year, month, day] = String(answer).split("-");
        for (const [name, part] of [[/Ngày/, day], [/Tháng/, month], [/Năm/, year]] as const) {
          const input = group.getByRole("textbox", { name });
          if (part !== undefined && (await input.count()) > 0) await this.write(input, part);
        }
        return;
      }
      case "yes-no":
        return this.take(group, answer ? "Có" : "Không");
      case "choice": {
        const isListed = (await question.getByRole("combobox").count()) > 0;
        const label = await option(String(answer));
        return isListed ? this.pick(question, name, label) : this.take(group, label);
      }
      case "choices":
        for (const value of answer as string[]) {
          await this.tick(group.getByRole("checkbox", { name: await option(value), exact: true }));
        }
        return;
      case "address": {
        const { province, commune, detail } = answer as Record<string, string>;
        const of = (options: Option[], value: string) => options.find((one) => one.value === value)!.label.vi!;
        await this.pick(group, /Tỉnh, thành phố/, of(await this.list("vn-provinces", ""), province!));
        await this.pick(group, /Xã, phường/, of(await this.list("vn-communes", province!), commune!));
        return this.write(group.getByLabel(/Số nhà/), detail!);
      }
      case "file": {
        const wanted = (answer as Json[]).length;
        const takesPdf = (field.accept ?? ["pdf"]).includes("pdf");
        const { pdf, portrait } = this.files;
        const chosen = Array.from({ length: wanted }, (_, n) => (n === 0 && takesPdf ? pdf : portrait));
        await this.attach(question.getByLabel(name).and(question.locator("input[type=file]")), chosen);
        return void (await expect(question.getByText(/Đã tải lên/)).toHaveCount(wanted));
      }
      default:
        throw new Error(`${id}: ${field.kind}`);
    }
  }

  /** A question with all that belongs to it. */
  private question(id: string): Locator {
    return this.wizard.shown.locator(`[data-field="${id}"]`);
  }

  protected async press(button: Locator): Promise<void> {
    await button.click();
  }

  protected async write(input: Locator, text: string): Promise<void> {
    await input.fill(text);
  }

  protected async take(group: Locator, option: string): Promise<void> {
    await group.getByRole("radio", { name: option, exact: true }).check();
  }

  protected async tick(box: Locator): Promise<void> {
    await box.check();
  }

  protected async pick(within: Locator, name: RegExp, label: string): Promise<void> {
    const box = within.getByRole("combobox", { name });
    await box.fill(label);
    await within.getByRole("option", { name: label, exact: true }).click();
    await expect(box).toHaveValue(label);
  }

  protected async attach(chooser: Locator, files: string[]): Promise<void> {
    await chooser.setInputFiles(files);
  }

  private async list(list: string, parent: string): Promise<Option[]> {
    const key = `${list}?parent=${parent}`;
    const known = this.lists.get(key);
    if (known) return known;
    const answer = await this.wizard.page.request.get(`${this.origin}/api/code-lists/${key}`);
    const { options } = (await answer.json()) as { options: Option[] };
    this.lists.set(key, options);
    return options;
  }
}
