// What the GOV.UK Design System publishes of its components: options, and the markup that it makes of
// them. Here each case gets its equivalent of ours, or the reason why it has none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { tidy } from "./tree.ts";

const package_ = path.dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json"));
export const dist = path.join(package_, "dist/govuk");
export const version: string = JSON.parse(readFileSync(path.join(package_, "package.json"), "utf8")).version;

// Options as they are published: anything.
type Options = Record<string, any>;

/** A part of a page that `src/fields/tests/rendered.rs` renders. */
export type Part =
  | {
      part: "questions";
      fields: Options[];
      answers?: Options;
      problems?: { field: string; part?: string; text: string }[];
      lists?: Record<string, { value: string; label: string }[]>;
      heading?: boolean;
      for_the_ear?: boolean;
    }
  | { part: "error-summary"; lines: { text: string; input: string }[] }
  | { part: "summary-list"; rows: { term: string; value: string; action?: { text: string; hidden: string; href: string } }[] }
  | { part: "notice"; kind: "info" | "warning" | "error" | "done"; text: string }
  | Piece;

/** A piece of a page of the running app: what is no widget by itself. */
export interface Piece {
  part: "page";
  piece: "skip" | "back" | "continue" | "start" | "receipt";
}

/** What a case is compared with. */
export interface Equivalent {
  ours: Part;
  /** What stands for these words in what is compared: `<label>`, `<hint>`. */
  words: [placeholder: string, words: string][];
  /** The same for words that the locale gives ours. */
  ownWords?: [placeholder: string, words: string | RegExp | { message: string }][];
  /** The same for words that the component itself gives GOV.UK's. */
  theirWords?: [placeholder: string, words: string | RegExp][];
  /** Only this element of ours is compared. */
  only?: string;
  /** Only what stands before the first control is compared. */
  opening?: boolean;
  /** What is put before GOV.UK's markup: a hint alone is no question. */
  before?: string;
}

export interface Case {
  component: string;
  name: string;
  html: string;
  is: Equivalent | { without: string };
}

/** Why an option has no equivalent; the name is the option's. */
class Without extends Error {}

/** Components that have nothing to do with what an app for filling in forms shows. */
export const OTHERS: Record<string, string> = {
  accordion: "Nothing is folded in several sections: what is essential is visible [15]; a single piece of help is a `details`.",
  breadcrumbs: "A form has one way back, and no hierarchy [21].",
  "cookie-banner": "There are no cookies to consent to.",
  "exit-this-page": "For services where being seen is a danger. None of the procedures is one.",
  feedback: "A link of the portal, in its own words.",
  footer: "The frame of GOV.UK's own pages.",
  "generic-header": "The frame of GOV.UK's own pages.",
  header: "The frame of GOV.UK's own pages.",
  "language-navigation": "Ours is a list of links in the bar, in the names of the languages; `e2e/a11y/around.spec.ts` has it [107].",
  pagination: "There are no lists in pages; going through a form is Continue and Back.",
  "password-input": "There are no passwords.",
  "phase-banner": "The frame of GOV.UK's own pages.",
  "service-navigation": "The frame of GOV.UK's own pages.",
  table: "There are no tables.",
  tabs: "There are no tabs: what is hidden behind one is missed.",
  tag: "A colour and a word; a status is a sentence of ours [104].",
  "task-list": "The app has no list of tasks: one step follows the other [33].",
};

/** Why an option of a component in scope has no equivalent. */
export const WITHOUT: Record<string, string> = {
  attributes: "No attributes from outside: a definition says what is asked, not how it is marked up.",
  describedBy: "A question is described by its own hint and error only; every id comes from its path.",
  html: "Texts of definitions are texts. Inline markup (`b`, `em`, `strong`, `span`, `br`) is compared as its words; blocks, lists and links have no equivalent.",
  prefix: "A unit stands behind its input, never before it.",
  pattern: "The browser's own validation is off [62].",
  inputmode: "It follows from the kind of question.",
  spellcheck: "It follows from the kind of question.",
  autocapitalize: "It follows from the kind of question.",
  maxwords: "Lengths are counted in characters: Vietnamese writes a space between syllables.",
  "no maximum": "A count without a most to count to.",
  "words of the component": "Words of the locale, the same for every question.",
  "day and month": "No date without a year is asked.",
  "part of a date": "A date has its three inputs, or month and year, or the year.",
  "error without words": "What is wrong is always told in words [69].",
  "no items": "A question without options is refused when the definition is read.",
  "value of a file": "No page can choose a file for somebody.",
  titleText: "The summary's heading is the locale's, the same on every page.",
  description: "The summary has a heading and one line for each problem, nothing else.",
  "error without a link": "Every problem leads to its place.",
  "no errors": "A summary without problems is not shown.",
  card: "Answers are grouped under headings, without frames that have actions of their own.",
  "several actions": "A row can be changed, nothing else.",
  "action without its question": "\"Change\" alone is not a name that can be understood by itself [95].",
  open: "Nothing is unfolded beforehand.",
  empty: "Nothing to say.",
  iconFallbackText: "Words of the locale, the same for every notice.",
  role: "A group is a group, and a notice is a part of the text.",
  content: "A group holds inputs.",
  actions: "A receipt asks for nothing.",
  interruption: "No page comes between two questions.",
  headingLevel: "The heading of a page is its `h1`.",
};

const fixtures = (component: string): { name: string; options: Options; html: string }[] =>
  JSON.parse(readFileSync(path.join(dist, "components", component, "fixtures.json"), "utf8")).fixtures;

/** Every component that has published cases. */
export const COMPONENTS: string[] = readdirSync(path.join(dist, "components"))
  .filter((name) => existsSync(path.join(dist, "components", name, "fixtures.json")))
  .sort();

/** Every case of the components in scope. */
export function cases(): Case[] {
  return Object.entries(ADAPTERS).flatMap(([component, adapt]) =>
    fixtures(component).map(({ name, options, html }) => ({ component, name, html, is: adapted(adapt, options) })),
  );
}

/** How many cases the components have that are out of scope. */
export const numberOf = (component: string): number => fixtures(component).length;

function adapted(adapt: (options: Options) => Equivalent, options: Options): Case["is"] {
  try {
    return adapt(options);
  } catch (error) {
    if (error instanceof Without) return { without: error.message };
    throw error;
  }
}

const ADAPTERS: Record<string, (options: Options) => Equivalent> = {
  "back-link": (options) => piece(options, "back", options.html || options.text ? options : { text: "Back" }),
  button: (options) => piece(options, options.href || options.isStartButton ? "start" : "continue", options),
  "character-count": characterCount,
  checkboxes: (options) => group(options, "choices"),
  "date-input": dateInput,
  details,
  "error-message": errorMessage,
  "error-summary": errorSummary,
  fieldset,
  "file-upload": fileUpload,
  hint,
  input,
  "inset-text": (options) => aNotice(options, "info"),
  label,
  "notification-banner": notificationBanner,
  panel,
  radios: (options) => group(options, "choice"),
  select,
  "skip-link": (options) => piece(options, "skip", options),
  "summary-list": summaryList,
  textarea,
  "warning-text": warningText,
};

/** Every component is either in scope or has a reason. */
export const IN_SCOPE: string[] = Object.keys(ADAPTERS);

// Options that a component of ours has in another way, or that only say how something looks, are not looked at:
// classes, ids, names of inputs, widths, rows, and where a group's frame is drawn.

function without(name: string): never {
  if (!(name in WITHOUT)) throw new Error(`"${name}" has no reason`);
  throw new Without(name);
}

function refuse(options: Options, ...names: string[]): void {
  for (const name of names) if (options[name] !== undefined) without(name);
}

const text = (words: string) => ({ vi: words, en: words });
const QUESTION = "What is asked";

/** The words of an option that may be a text or markup. */
function words(option: Options | undefined, ...blocks: string[]): string {
  if (!option) return "";
  if (option.html === undefined || option.html === false || option.html === null) return tidy(String(option.text ?? ""));
  const html = String(option.html);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/g)].map((tag) => tag[1]!);
  if (tags.some((tag) => !["b", "em", "strong", "span", "br", ...blocks].includes(tag))) without("html");
  return tidy(html.replace(/<(br|p)\b[^>]*>/g, " ").replace(/<[^>]*>/g, ""));
}

interface Question {
  field: Options;
  answers: Options;
  problems: { field: string; part?: string; text: string }[];
  words: [string, string][];
}

/** What every question has: label or legend, hint, error. */
function question(options: Options, kind: string, titled: Options | undefined): Question {
  refuse(options, "attributes", "describedBy");
  if (titled?.attributes) without("attributes");
  if (options.hint?.attributes || options.errorMessage?.attributes) without("attributes");
  const label = words(titled) || QUESTION;
  const hint = words(options.hint);
  const error = words(options.errorMessage);
  if (options.errorMessage?.visuallyHiddenText !== undefined) without("words of the component");
  return {
    field: { id: "f", kind, label: text(label), ...(hint && { hint: text(hint) }) },
    answers: {},
    problems: error ? [{ field: "f", text: error }] : [],
    words: [
      ["<label>", label],
      ["<hint>", hint],
      ["<error>", error],
    ],
  };
}

function asked({ field, answers, problems, words }: Question, titled: Options | undefined, more: Partial<Equivalent & { rest: Options[]; lists: any; ear: boolean }> = {}): Equivalent {
  const { rest = [], lists, ear, ...others } = more;
  return {
    ours: {
      part: "questions",
      fields: [field, ...rest],
      answers,
      problems,
      heading: Boolean(titled?.isPageHeading),
      ...(lists && { lists }),
      ...(ear && { for_the_ear: true }),
    },
    words,
    ...others,
  };
}

function input(options: Options): Equivalent {
  refuse(options, "prefix", "pattern", "inputmode", "spellcheck", "autocapitalize");
  const is = question(options, "text", options.label);
  if (options.type === "number") is.field.kind = "number";
  else if (options.type && options.type !== "text") throw new Error(`type ${options.type}`);
  if (options.suffix) {
    if (options.suffix.attributes || options.inputWrapper?.attributes) without("attributes");
    const suffix = words(options.suffix);
    is.field.kind = "number";
    is.field.unit = text(suffix);
    is.words.push(["<suffix>", suffix]);
  }
  if (options.value !== undefined) is.answers.f = { text: String(options.value) };
  if (options.autocomplete) is.field.autocomplete = options.autocomplete;
  return asked(is, options.label);
}

function textarea(options: Options): Equivalent {
  refuse(options, "spellcheck");
  const is = question(options, "long-text", options.label);
  is.field.max_length = 4000;
  if (options.value !== undefined) is.answers.f = { text: String(options.value) };
  if (options.autocomplete) is.field.autocomplete = options.autocomplete;
  // Every long text of ours has a most; the count that follows is no matter of this component.
  return asked(is, options.label, { ownWords: [["<count>", /[\d,]+ characters left/]] });
}

function characterCount(options: Options): Equivalent {
  refuse(options, "maxwords", "spellcheck");
  if (options.countType === "words") without("maxwords");
  for (const name of Object.keys(options)) if (/Text$/.test(name)) without("words of the component");
  if (!options.maxlength) without("no maximum");
  const is = question(options, "long-text", options.label);
  is.field.max_length = options.maxlength;
  if (options.value !== undefined) is.answers.f = { text: String(options.value) };
  return asked(is, options.label, {
    ownWords: [["<count>", /[\d,]+ characters (left|too many)/]],
    theirWords: [
      ["<most>", /You can enter up to \d+ characters/],
      ["<count>", /You have \d+ characters? (remaining|too many)/],
    ],
  });
}

/** Radios and checkboxes. */
function group(options: Options, kind: "choice" | "choices"): Equivalent {
  const { legend, describedBy, attributes } = options.fieldset ?? {};
  refuse({ describedBy, attributes }, "describedBy", "attributes");
  const is = question(options, kind, legend);
  const items: Options[] = options.items.filter(Boolean);
  const real = items.filter((item) => item.divider === undefined);
  if (real.some((item) => item.attributes || item.label?.attributes)) without("attributes");
  const rest: Options[] = [];
  const chosen: string[] = [];
  is.field.options = real.map((item, n) => {
    const [value, label, hint] = [String(item.value), words(item), words(item.hint)];
    is.words.push([`<option ${n + 1}>`, label], [`<option ${n + 1} hint>`, hint]);
    const asked = options.values ?? (options.value === undefined ? [] : [options.value]);
    if (item.checked ?? asked.map(String).includes(value)) chosen.push(value);
    if (item.behaviour === "exclusive") is.field.none = value;
    const reveal = item.conditional?.html && revealed(item.conditional.html);
    if (reveal) {
      const id = `r${n + 1}`;
      const rule = kind === "choice" ? { "==": [{ var: "f" }, value] } : { in: [value, { var: "f" }] };
      rest.push({ id, kind: reveal.kind, label: text(reveal.label), visible: rule });
      is.words.push([`<revealed ${n + 1}>`, reveal.label]);
      if (reveal.error) {
        is.problems.push({ field: id, text: reveal.error });
        is.words.push([`<revealed ${n + 1} error>`, reveal.error]);
      }
      if (reveal.value) is.answers[id] = { text: reveal.value };
    }
    return { value, label: text(label), ...(hint && { hint: text(hint) }) };
  });
  if (chosen.length) is.answers.f = kind === "choice" ? { text: chosen[0] } : { many: chosen };
  return asked(is, legend, { rest });
}

/** What a chosen option reveals: in all published cases one input with its label. */
function revealed(html: string): { kind: string; label: string; error: string; value: string } {
  const label = /<label[^>]*>([^<]*)<\/label>/.exec(html)?.[1];
  const control = /<(input|textarea)[^>]*>([^<]*)/.exec(html);
  if (label === undefined || !control) throw new Error(html);
  const error = /error-message">([^<]*)</.exec(html)?.[1] ?? "";
  const isLong = control[1] === "textarea";
  return { kind: isLong ? "long-text" : "text", label: tidy(label), error, value: isLong ? tidy(control[2]!) : "" };
}

function dateInput(options: Options): Equivalent {
  const { legend, describedBy, attributes } = options.fieldset ?? {};
  refuse({ describedBy, attributes }, "describedBy", "attributes");
  const is = question(options, "date", legend);
  const names = ["day", "month", "year"];
  const items: Options[] = options.items?.length
    ? options.items
    : names.filter((name) => options[name] !== false).map((name) => ({ name, ...options[name] }));
  const asks = items.map((item) => /day|month|year/.exec(item.name)?.[0] ?? "").join(" ");
  if (asks === "day month") without("day and month");
  const precision = { "day month year": "day", "month year": "month", year: "year" }[asks];
  if (!precision) without("part of a date");
  is.field.precision = precision;
  const parts: Options = { day: "", month: "", year: "" };
  const wrong: string[] = [];
  // Which inputs are wrong is said of those that are, or of those that are not.
  const isSome = items.some(({ error }) => error === false) && !items.some(({ error }) => error);
  for (const [n, item] of items.entries()) {
    const part = asks.split(" ")[n]!;
    refuse(item, "attributes", "pattern", "inputmode");
    if ((item.label ?? item.name).toLowerCase() !== part) without("words of the component");
    if (item.error ?? (isSome ? true : /--error/.test(item.classes ?? ""))) wrong.push(part);
    if (item.autocomplete) is.field.autocomplete = item.autocomplete.split("-")[0];
    const own = item.value ?? options[part]?.value;
    const inAll = Object.entries(options.values ?? {}).find(([name]) => name.endsWith(part))?.[1];
    const value = own ?? inAll;
    if (value !== undefined) parts[part] = String(value);
  }
  if (Object.values(parts).some(Boolean)) is.answers.f = { date: parts };
  const [problem] = is.problems;
  if (wrong.length && !problem) without("error without words");
  // One that is named is wrong alone.
  if (problem && wrong.length === 1) problem.part = wrong[0];
  return asked(is, legend);
}

function select(options: Options): Equivalent {
  const is = question(options, "choice", options.label);
  const items: Options[] = (options.items ?? []).filter(Boolean);
  if (!items.length) without("no items");
  if (items.some((item) => item.attributes)) without("attributes");
  is.field.list = "l";
  const list = items.map((item, n) => {
    const value = String(item.value || item.text);
    const isChosen = item.selected ?? (options.value !== undefined && String(item.value ?? item.text) === String(options.value));
    if (isChosen) is.answers.f = { text: value };
    is.words.push([`<option ${n + 1}>`, item.text]);
    return { value, label: item.text };
  });
  return asked(is, options.label, { lists: { l: list }, ear: true });
}

function fileUpload(options: Options): Equivalent {
  if (options.value) without("value of a file");
  for (const name of Object.keys(options)) if (/Text$/.test(name)) without("words of the component");
  if (options.wrapperAttributes) without("attributes");
  const is = question(options, "file", options.label);
  if (options.multiple) is.field.max_files = 5;
  const limits = "JPG, PNG, PDF files, 5 MB each at most. Larger photos are made smaller on this device.";
  return asked(is, options.label, { ownWords: [["<limits>", limits]] });
}

function label(options: Options): Equivalent {
  refuse(options, "attributes");
  if (!options.text && !options.html) without("empty");
  return asked(question({}, "text", options), options, { opening: true });
}

function fieldset(options: Options): Equivalent {
  if (options.html) without("content");
  if (options.role) without("role");
  const { legend, describedBy, attributes } = options;
  const is = question({ describedBy, attributes }, "choice", legend);
  is.field.options = [{ value: "x", label: text("x") }];
  return asked(is, legend, { opening: true });
}

function hint(options: Options): Equivalent {
  const is = question({ hint: options, attributes: options.attributes }, "text", undefined);
  return asked(is, undefined, { opening: true, before: `<p>${QUESTION}</p>` });
}

function errorMessage(options: Options): Equivalent {
  const is = question({ errorMessage: options, attributes: options.attributes }, "text", undefined);
  return asked(is, undefined, { opening: true, before: `<p>${QUESTION}</p>` });
}

function details(options: Options): Equivalent {
  refuse(options, "attributes", "open");
  const summary = words({ text: options.summaryText, html: options.summaryHtml });
  const is = question({}, "text", undefined);
  const help = words(options);
  is.field.help = text(help);
  is.words.push(["<summary>", summary], ["<help>", help]);
  return asked(is, undefined, { only: "details", ownWords: [["<summary>", "More about this"]] });
}

function errorSummary(options: Options): Equivalent {
  refuse(options, "attributes");
  if (words({ text: options.titleText, html: options.titleHtml }) !== "There is a problem") without("titleText");
  if (options.descriptionText || options.descriptionHtml) without("description");
  const list: Options[] = options.errorList ?? [];
  if (!list.length) without("no errors");
  if (list.some((item) => item.attributes)) without("attributes");
  if (list.some((item) => !item.href)) without("error without a link");
  const lines = list.map((item) => ({ text: words(item), input: item.href.slice(1) }));
  return {
    ours: { part: "error-summary", lines },
    words: lines.map((line, n) => [`<line ${n + 1}>`, line.text]),
  };
}

function summaryList(options: Options): Equivalent {
  refuse(options, "attributes", "card");
  const said: [string, string][] = [];
  const rows = (options.rows as Options[]).filter(Boolean).map((row, n) => {
    // An answer of several lines has a paragraph for each.
    const [term, value] = [words(row.key), words(row.value, "p")];
    said.push([`<term ${n + 1}>`, term], [`<value ${n + 1}>`, value]);
    const items: Options[] = row.actions?.items ?? [];
    if (items.length > 1) without("several actions");
    const [item] = items;
    if (item?.attributes) without("attributes");
    const hidden = item && (item.visuallyHiddenText ?? /<span[^>]*> ?([^<]*)<\/span>$/.exec(item.html ?? "")?.[1]);
    if (item && !hidden) without("action without its question");
    const action = item && { text: item.text ?? String(item.html).replace(/<.*/, ""), hidden, href: item.href };
    return { term, value, ...(action && { action }) };
  });
  return { ours: { part: "summary-list", rows }, words: said };
}

/** Its words are those of the app; whatever they are, they stand for those of the case. */
function piece(options: Options, piece: Piece["piece"], said: Options): Equivalent {
  refuse(options, "attributes");
  const own = { skip: "skip", back: "back", continue: "continue", start: "start-continue", receipt: "receipt-title" }[piece];
  return { ours: { part: "page", piece }, words: [["<text>", words(said)]], ownWords: [["<text>", { message: own }], ["<saved>", SAVED]] };
}

/** What is said of a draft that is on the device. */
export const SAVED = /Đã lưu trên máy này: [\d:]+ [\d/]+/;

function panel(options: Options): Equivalent {
  refuse(options, "attributes", "actions", "headingLevel");
  if (/interruption/.test(options.classes ?? "")) without("interruption");
  const said = { text: options.text, html: options.html };
  return {
    ours: { part: "page", piece: "receipt" },
    words: [
      ["<title>", words({ text: options.titleText, html: options.titleHtml })],
      ["<reference>", words(said)],
    ],
    ownWords: [
      ["<title>", { message: "receipt-title" }],
      ["<reference>", /Mã hồ sơ H[\d. -]+/],
    ],
  };
}

function aNotice(options: Options, kind: "info" | "warning" | "done"): Equivalent {
  refuse(options, "attributes");
  const said = words(options);
  return { ours: { part: "notice", kind, text: said }, words: [["<text>", said]] };
}

function warningText(options: Options): Equivalent {
  if (options.iconFallbackText && options.iconFallbackText !== "Warning") without("iconFallbackText");
  return aNotice(options, "warning");
}

function notificationBanner(options: Options): Equivalent {
  if (options.titleText || options.titleHtml || options.titleHeadingLevel) without("words of the component");
  if (options.role) without("role");
  return aNotice(options, options.type === "success" ? "done" : "info");
}
