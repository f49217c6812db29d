// From search to the result by somebody who has only a keyboard and hears the pages: the mode for screen
// readers is switched on first. On the way the focus is seen everywhere, follows the page, and is never
// lost (support/keys.ts); each page begins with its heading, and it is the one that was said to come next
// (support/typing.ts).
import { readFileSync } from "node:fs";
import { announced, listen } from "../support/announced.ts";
import { noViolations } from "../support/axe.ts";
import { shortIf } from "../support/extent.ts";
import type { Files } from "../support/files.ts";
import { definition, type Json, sample } from "../support/filling.ts";
import { Officer } from "../support/officer.ts";
import type { Portal } from "../support/portal.ts";
import { typeInByPhone, typeInElsewhere } from "../support/sign_in.ts";
import { expect, test } from "../support/provider.ts";
import { Typing } from "../support/typing.ts";
import { words } from "../support/words.ts";
import type { Wizard } from "../pages/wizard.ts";

test.describe.configure({ mode: "parallel" });

interface Journey {
  code: string;
  /** What is typed to find it: many type without marks. */
  query: string;
  answers: Record<string, Json>;
  /** Who signs in: somebody whom the provider knows, or a phone where its number is enough. */
  person: RegExp | string;
  /** What is pointed out on the way. */
  pointedOut?: RegExp;
  /** A text that is changed on the check page. */
  changed: [label: string, text: string];
  /** A row that is taken out of its list again, and the step of the list. */
  removed?: [step: string, row: string];
  /** What the officer asks for: a text and a file. */
  asked: { text: [id: string, text: string]; file: [id: string, again: keyof Files] };
}

/** The label of a question, or of a question of a list. */
function label(code: string, id: string): string {
  const fields = definition(code).steps.flatMap(({ fields }) => fields);
  return fields.flatMap((field) => [field, ...(field.fields ?? [])]).find((field) => field.id === id)!.label.vi!;
}

class Traveller extends Typing {
  readonly about;

  constructor(
    wizard: Wizard,
    private readonly portal: Portal,
    files: Files,
    readonly journey: Journey,
  ) {
    super(wizard, portal.url, files);
    this.about = definition(journey.code);
  }

  get page() {
    return this.wizard.page;
  }

  get shown() {
    return this.wizard.shown;
  }

  button(name: string | RegExp) {
    return this.shown.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** Switches the mode for screen readers on, in the bar. */
  async switchOn(): Promise<void> {
    const { keys, page } = this;
    await page.goto("/");
    await this.wizard.at(words("home-title"));
    const opener = page.getByRole("button", { name: words("preferences-link") });
    await keys.enter(opener);
    await expect(opener).toHaveAttribute("aria-expanded", "true");
    const panel = page.getByRole("region", { name: words("preferences-title") });
    const mode = panel.getByRole("group", { name: words("preferences-mode") });
    await keys.radio(mode, words("preferences-mode-screen-reader"));
    await keys.enter(panel.getByRole("button", { name: words("preferences-close") }));
    await expect(panel).toHaveCount(0);
    await expect(opener).toBeFocused();
  }

  /** Finds the procedure, reads what it says of itself, begins. */
  async begin(): Promise<void> {
    const { about, keys, page, shown, wizard } = this;
    const name = about.name.vi!;
    await keys.tabTo(shown.getByRole("searchbox"));
    await keys.type(this.journey.query);
    await announced(page, /Tìm thấy \d+ thủ tục/);
    await keys.enter(shown.getByRole("link", { name, exact: true }));
    await wizard.movedTo(name);
    const titles = ["who-title", "prepare-title", "facts-title", "account-title"];
    if (about.components) titles.push("components-title");
    for (const title of titles) {
      await expect(shown.getByRole("heading", { level: 2, name: words(title) })).toBeAttached();
    }
    for (const { name, agency } of about.components ?? []) {
      const part = shown.getByRole("listitem").filter({ has: page.getByText(name.vi!, { exact: true }) });
      await expect(part.filter({ hasText: agency.vi! })).toBeAttached();
    }
    // The law is folded, below what begins the form.
    const law = shown.getByRole("group").filter({ has: page.getByText(words("legal-title"), { exact: true }) });
    await keys.enter(law.locator("summary"));
    await expect(law.getByRole("listitem").first()).toBeVisible();
    await keys.tabBackTo(shown.getByRole("link", { name: words("start-button"), exact: true }));
    await keys.press("Enter");
  }

  /** Continues without an answer: what is wrong has the focus, and leads to the input. */
  async continueWrongly(): Promise<void> {
    const { keys, wizard } = this;
    await this.pressContinue();
    await expect(wizard.summary).toBeFocused();
    expect(await this.page.title()).toContain(words("error-prefix"));
    await keys.enter(wizard.summary.getByRole("link"));
    await expect(this.shown.getByRole("main").getByRole("radio").first()).toBeFocused();
    await noViolations(this.page, "an error");
  }

  /** Takes a row out of a list: that is said, and the focus does not go with it. */
  async removeRow(what: string): Promise<void> {
    await this.keys.enter(this.button(words("remove-what", { what })));
    await announced(this.page, words("row-removed", { what }));
    await expect(this.shown.getByText(what, { exact: true })).toHaveCount(0);
    await expect(this.button(/^Thêm/)).toBeFocused();
  }

  /** Signs in where that is needed, changes an answer, declares and sends; the dossier's code. */
  async send(): Promise<string> {
    const { keys, journey, page, shown, wizard } = this;
    await wizard.at(words("review-title"));
    if (journey.removed) await expect(shown.getByText(journey.removed[1])).toHaveCount(0);
    await test.step("who sends first is told what is missing", async () => {
      for (const box of await shown.getByRole("checkbox").all()) await keys.tick(box);
      await keys.enter(this.button(words("send")));
      await announced(page, words("sign-in-first"));
      await expect(shown.getByRole("region", { name: words("account-title") })).toBeFocused();
      if (typeof journey.person === "string") await typeInByPhone(wizard, this.portal, journey.person);
      else await typeInElsewhere(wizard, journey.person);
      await noViolations(page, "check page");
    });
    await test.step("an answer is changed", async () => {
      const [question, text] = journey.changed;
      const change = shown.getByRole("link", { name: `${words("change")} ${question}`, exact: true });
      // Who came back from the provider is at the top; who stayed is below.
      await (typeof journey.person === "string" ? keys.tabBackTo(change) : keys.tabTo(change));
      await keys.press("Enter");
      await wizard.movedTo(new RegExp(`^${question}`));
      await keys.fill(shown.getByRole("textbox", { name: question }), text);
      await keys.press("Enter");
      await wizard.movedTo(words("review-title"));
      await expect(wizard.answer(question)).toContainText(text);
    });
    for (const box of await shown.getByRole("checkbox").all()) {
      if (!(await box.isChecked())) await keys.tick(box);
    }
    await keys.enter(this.button(words("send")));
    await wizard.movedTo(words("receipt-title"));
    await expect(shown.getByText(words("status-submitted-do"))).toBeVisible();
    return wizard.dossierCode();
  }

  /** Asks where the dossier stands; that is said, and the focus stays. */
  async askFor(status: string, said: string | RegExp = `${words("status-now")} ${words(`status-${status}`)}`, toDo = `status-${status}-do`): Promise<void> {
    const refresh = this.button(words("tracking-refresh"));
    await this.keys.enter(refresh);
    await announced(this.page, said);
    await expect(this.shown.getByText(words(toDo))).toBeVisible();
    await expect(refresh).toBeFocused();
  }

  /** Puts right what the officer asks for: a text, and another file in place of the first. */
  async putRight(): Promise<void> {
    const { files, journey, keys, page, shown, wizard } = this;
    const { text, file } = journey.asked;
    await keys.tabBackTo(shown.getByRole("link", { name: words("supplement-open") }));
    await keys.press("Enter");
    await wizard.movedTo(words("supplement-title"));
    await keys.fill(shown.getByRole("textbox", { name: label(journey.code, text[0]) }), text[1]);
    const chosen = shown.getByRole("list", { name: words("files-chosen", { label: label(journey.code, file[0]) }) });
    await keys.enter(chosen.getByRole("button"));
    const chooser = shown.locator("input[type=file]").and(shown.getByLabel(label(journey.code, file[0])));
    await expect(chooser).toBeFocused();
    await announced(page, /^Đã bỏ tệp/);
    await keys.tabBackTo(shown.getByRole("link", { name: words("back"), exact: true }));
    await this.attach(chooser, [files[file[1]]]);
    await expect(chosen.getByText(words("file-arrived"))).toBeVisible();
    await noViolations(page, "supplement");
    await keys.enter(this.button(words("supplement-send")));
    await wizard.movedTo(words("receipt-title"));
    await announced(page, words("supplement-sent"));
  }

  /** Each part of the dossier is with its own agency, and stands where the officers have put it. */
  async partsAre(states: Record<string, string>): Promise<void> {
    const parts = this.about.components!;
    expect(parts.map(({ id }) => id)).toEqual(Object.keys(states));
    for (const { id, name, agency } of parts) {
      const part = this.shown.getByRole("listitem").filter({ has: this.page.getByText(name.vi!, { exact: true }) });
      await expect(part.getByText(agency.vi!, { exact: true })).toBeVisible();
      const state = `${words("status-now")} ${words(`status-${states[id]!}`)}`;
      await expect(part.getByText(state, { exact: true }), name.vi).toBeVisible();
    }
  }

  /** Fetches the result. */
  async fetch(): Promise<void> {
    const { keys, page } = this;
    const result = this.button(/ket-qua-mau\.pdf/);
    await keys.tabBackTo(result);
    const download = page.waitForEvent("download");
    await keys.press("Enter");
    expect((await download).suggestedFilename()).toBe("ket-qua-mau.pdf");
    await announced(page, words("result-saved"));
    await expect(result).toBeFocused();
  }
}

const PASSPORT = "1.001456";
const BIRTH = "3.000722";
const TRANSPORT = "1.000703";

const JOURNEYS: Record<string, Journey> = {
  "the birth group": {
    code: BIRTH,
    query: "lien thong khai sinh",
    // So late that it is pointed out: that is heard, and gone past with a second Continue.
    answers: { ...sample(BIRTH), dob: "2026-07-15" },
    pointedOut: /hơn 60 ngày/,
    person: /TRẦN THỊ MẪU.*mức 2/,
    changed: ["Tên của trẻ", "MẪU NHỎ"],
    asked: { text: ["mar_no", "Số 16, quyển số 01/2021"], file: ["f_birth", "card"] },
  },
  "the passport of a child": {
    code: PASSPORT,
    query: "ho chieu",
    answers: {
      ...sample(PASSPORT),
      for_who: "child",
      want: "first",
      ap_name: "NGUYỄN VĂN MẪU",
      rep_rel: "father",
      ch_surname: "NGUYỄN",
      ch_given: "THỊ MẪU",
      ch_dob: "2019-05-27",
      ch_sex: "female",
      ch_has_id: false,
      ch_birthplace: "01",
      ch_ethnic: "01",
      ch_same: true,
      f_child_photo: [{}],
      f_birth: [{}, {}],
    },
    person: /NGUYỄN VĂN MẪU.*mức 2/,
    changed: ["Chữ đệm và tên của trẻ", "THỊ MẪU NHỎ"],
    asked: { text: ["mo_name", "TRẦN THỊ MẪU NHỎ"], file: ["f_child_photo", "portrait"] },
  },
  "a licence, with a list and by phone": {
    code: TRANSPORT,
    query: "cap giay phep kinh doanh van tai",
    answers: sample(TRANSPORT),
    person: "0912000004",
    changed: ["Người nhận", "LÊ THỊ MẪU"],
    removed: ["fleet", "29A00003"],
    asked: { text: ["rep_name", "NGUYỄN VĂN MẪU NHỎ"], file: ["f_safe", "pdf"] },
  },
  "the passport of an adult": {
    code: PASSPORT,
    query: "ho chieu pho thong",
    answers: sample(PASSPORT),
    person: /NGUYỄN VĂN MẪU.*mức 2/,
    changed: ["Nghề nghiệp", "Giáo viên tiểu học"],
    asked: { text: ["old_no", "C1111111"], file: ["f_photo", "portrait"] },
  },
};

for (const [what, journey] of Object.entries(JOURNEYS)) {
  test(`${what}, from search to the result by keyboard alone, in the mode for screen readers`, shortIf(journey.code === TRANSPORT), async ({
    page,
    wizard,
    portal,
    files,
  }) => {
    test.slow();
    await listen(page);
    const refused: string[] = [];
    page.on("response", (answer) => {
      const what = `${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`;
      if (answer.status() >= 400) refused.push(what);
    });
    const officer = new Officer(portal);
    const person = new Traveller(wizard, portal, files, journey);
    await test.step("the mode is switched on", () => person.switchOn());
    await test.step("it is found and begun", () => person.begin());
    await test.step("it is filled in; an error first", async () => {
      let isFirst = true;
      await person.all(journey.code, journey.answers, async (when) => {
        if (isFirst) await person.continueWrongly();
        isFirst = false;
        const [list, row] = journey.removed ?? [];
        if (when === "filled" && list && page.url().endsWith(`/${list}`)) await person.removeRow(row!);
      });
    });
    if (journey.pointedOut) expect(person.pointedOut).toContainEqual(expect.stringMatching(journey.pointedOut));
    const dossier = await test.step("it is checked, changed, declared and sent", () => person.send());
    await test.step("what the officer asks for is put right", async () => {
      const { text, file } = journey.asked;
      await officer.supplement(dossier, [
        { pointer: `/answers/${text[0]}`, reason: "mismatch" },
        { pointer: `/answers/${file[0]}`, reason: "blurred", note: "Ảnh bị mờ." },
      ]);
      await person.askFor("documents-requested", undefined, "todo-put-right");
      await person.putRight();
      await person.askFor("submitted");
      const { in_words } = await officer.read(dossier);
      for (const [question, answer] of [journey.changed, [label(journey.code, text[0]), text[1]]]) {
        expect(in_words).toContainEqual(expect.objectContaining({ label: question, value: answer }));
      }
    });
    if (person.about.components) {
      await test.step("each part has its own agency and its own state", async () => {
        const parts = person.about.components!;
        const atFirst = Object.fromEntries(parts.map(({ id }) => [id, "submitted"]));
        await person.partsAre(atFirst);
        const ways = {
          birth: ["accepted", "in-progress", "decided"],
          residence: ["accepted", "in-progress"],
          insurance: ["documents-requested"],
        };
        const now = Object.fromEntries(Object.entries(ways).map(([id, states]) => [id, states.at(-1)!]));
        for (const [id, states] of Object.entries(ways)) {
          for (const state of states) await officer.component(dossier, id, state, "Thiếu ảnh của trẻ.");
        }
        // The dossier as a whole stands where it stood: which part has moved on is said.
        await person.askFor("submitted", new RegExp(`${parts[0]!.name.vi}.*${words("status-decided")}`), "todo-parts");
        await person.partsAre({ ...atFirst, ...now });
      });
    }
    await test.step("the result is fetched", async () => {
      for (const status of ["accepted", "in-progress"]) await officer.set(dossier, status);
      await officer.decideComponents(dossier);
      await officer.set(dossier, "decided");
      await officer.attach(dossier, "ket-qua-mau.pdf", readFileSync(files.pdf));
      await person.askFor("decided");
      await person.fetch();
      await noViolations(page, "with the result");
    });
    expect(refused, "what the portal refused").toEqual([]);
  });
}
