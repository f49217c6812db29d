// What assistive technology is given of a piece of markup: Chromium's accessibility tree, without what
// nobody hears: boxes, paragraphs, labels as elements, letters in bold.
import type { CDPSession, Page } from "@playwright/test";

/** Something that is met, in the order of the page. */
export interface Met {
  role: string;
  /** Its name; a text's own words. */
  name: string;
  description: string;
  /** States and what else is said of it: `checked: true`. */
  states: Record<string, string>;
  /** The role of what it stands in. */
  within: string;
}

/** Not met by themselves; what is in them is. */
const CLEAR = ["generic", "none", "paragraph", "LabelText", "Legend", "strong", "emphasis", "LineBreak", "RootWebArea", "Section"];
/** Their text is their name. */
const NAMED_BY_TEXT = ["link", "button", "option", "heading", "DisclosureTriangle", "MenuListOption"];
const LEAVES = ["textbox", "spinbutton", "InlineTextBox", "ListMarker"];
const NAMES: Record<string, string> = {
  DescriptionList: "list of terms",
  DisclosureTriangle: "summary",
  Details: "details",
  MenuListPopup: "",
  MenuListOption: "option",
};
const STATES = ["invalid", "required", "checked", "selected", "expanded", "disabled", "level", "multiline", "readonly", "live"];
export const CONTROLS = ["textbox", "spinbutton", "combobox", "radio", "checkbox", "button"];
/** What may have the focus is said of those of which it is not expected. */
const EXPECTED_FOCUS = [...CONTROLS, "link", "option", "summary"];
/** What the browser makes of what a control is for; `off` and `text` are as good as nothing. */
const ATTRIBUTES: Record<string, string[]> = { autocomplete: ["off", "on"], inputmode: ["text"], type: ["text"] };

interface AxNode {
  nodeId: string;
  ignored: boolean;
  parentId?: string;
  childIds?: string[];
  backendDOMNodeId?: number;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value: unknown } }[];
}

/** What is met on a page. */
export async function met(page: Page, cdp: CDPSession): Promise<Met[]> {
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: { met: Met; node: AxNode }[] = [];
  const walk = (node: AxNode, within: string, isNamed: boolean): void => {
    const role = node.role?.value ?? "none";
    let inside = within;
    if (!node.ignored && role === "StaticText") {
      if (isNamed) return;
      const name = tidy(node.name?.value ?? "");
      const last = found.at(-1)?.met;
      // Pieces of one text, or texts one after the other.
      if (last?.role === "text" && last.within === within) last.name = tidy(`${last.name} ${name}`);
      else if (name) found.push({ met: { role: "text", name, description: "", states: {}, within }, node });
      return;
    }
    if (!node.ignored && LEAVES.slice(2).includes(role)) return;
    if (!node.ignored && !CLEAR.includes(role) && NAMES[role] !== "") {
      inside = NAMES[role] ?? role;
      const states: Record<string, string> = {};
      for (const { name, value } of node.properties ?? []) {
        const said = String(value.value);
        if (STATES.includes(name) && said !== "false") states[name] = said;
        if (name === "expanded") states[name] = said;
        if (name === "focusable" && !EXPECTED_FOCUS.includes(inside)) states[name] = said;
      }
      if (["textbox", "spinbutton", "combobox"].includes(role)) states.value = String(node.value?.value ?? "");
      const name = tidy(node.name?.value ?? "");
      found.push({ met: { role: inside, name, description: tidy(node.description?.value ?? ""), states, within }, node });
      if (LEAVES.includes(role)) return;
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, inside, isNamed || (!node.ignored && NAMED_BY_TEXT.includes(role)));
    }
  };
  const root = nodes.find((node) => !node.parentId);
  if (root) walk(root, "", false);
  for (const { met, node } of found) {
    if (!["textbox", "spinbutton", "combobox"].includes(met.role)) continue;
    const { node: element } = await cdp.send("DOM.describeNode", { backendNodeId: node.backendDOMNodeId });
    const flat = element.attributes ?? [];
    for (let n = 0; n < flat.length; n += 2) {
      const [name, value] = [flat[n]!, flat[n + 1]!];
      if (name in ATTRIBUTES && !ATTRIBUTES[name]!.includes(value)) met.states[name] = value;
    }
  }
  return found.map(({ met }) => met);
}

/** White space as it is heard: none before a sign, where a text goes on in other letters. */
export const tidy = (text: string): string => text.replace(/\s+/g, " ").replace(/ (?=[.,:;?!])/g, "").trim();

type Words = [placeholder: string, words: string | RegExp][];

/** The same, with placeholders for the words of the case: `<label>` is what it is, whatever it says. */
export function withPlaceholders(all: Met[], words: Words): Met[] {
  const sorted = words
    .map(([placeholder, said], n) => ({ placeholder, said, mark: String.fromCodePoint(0xe000 + n) }))
    .filter(({ said }) => said !== "")
    .sort((a, b) => length(b.said) - length(a.said));
  const replaced = (text: string): string => {
    let now = text;
    for (const { said, mark } of sorted) {
      const source = typeof said === "string" ? escaped(tidy(said)) : said.source;
      const [before, behind] = [/^[\p{L}\p{N}]/u.test(source) ? "(?<![\\p{L}\\p{N}])" : "", /[\p{L}\p{N}]$/u.test(source) ? "(?![\\p{L}\\p{N}])" : ""];
      now = now.replace(new RegExp(`${before}${source}${behind}`, "gu"), mark);
    }
    for (const { placeholder, mark } of sorted) now = now.replaceAll(mark, placeholder);
    return now;
  };
  return all.map((one) => {
    const { value } = one.states;
    const states = value === undefined ? one.states : { ...one.states, value: replaced(tidy(value)) };
    return { ...one, states, name: replaced(one.name), description: replaced(one.description) };
  });
}

const length = (said: string | RegExp) => (typeof said === "string" ? said.length : said.source.length);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** What differs, one line each: GOV.UK's → ours. */
export function differences(theirs: Met[], ours: Met[]): string[] {
  const lines: string[] = [];
  for (const [their, our] of aligned(theirs, ours)) {
    if (!their) lines.push(`only ours: ${shown(our!)}`);
    else if (!our) lines.push(`only GOV.UK's: ${shown(their)}`);
    else {
      const called = their.name === our.name && their.role !== "text" ? `${our.role} ${quoted(our.name)}` : our.role;
      const compare = (what: string, a: string, b: string) => {
        if (a !== b) lines.push(`${called}: ${what} ${quoted(a)} → ${quoted(b)}`);
      };
      compare(their.role === "text" ? "words" : "name", their.name, our.name);
      compare("description", their.description, our.description);
      compare("stands in", their.within, our.within);
      const states = new Set([...Object.keys(their.states), ...Object.keys(our.states)]);
      for (const state of [...states].sort()) compare(state, their.states[state] ?? "", our.states[state] ?? "");
    }
  }
  return lines;
}

const quoted = (text: string) => (text === "" ? "–" : `"${text}"`);

function shown({ role, name, description, states }: Met): string {
  const said = Object.entries(states).map(([state, value]) => `${state} ${quoted(value)}`);
  if (description) said.unshift(`description ${quoted(description)}`);
  return `${role} ${quoted(name)}${said.length ? ` (${said.join(", ")})` : ""}`;
}

/** Pairs of the same role, in order, as many as there can be; options first, then names that are alike. */
function aligned(theirs: Met[], ours: Met[]): [Met | undefined, Met | undefined][] {
  const worth = (a: Met, b: Met) => (a.role !== b.role ? -1 : a.name !== b.name ? 1 : ["radio", "checkbox"].includes(a.role) ? 30 : 3);
  const best: number[][] = Array.from({ length: theirs.length + 1 }, () => new Array(ours.length + 1).fill(0));
  for (let i = theirs.length - 1; i >= 0; i--) {
    for (let j = ours.length - 1; j >= 0; j--) {
      const both = worth(theirs[i]!, ours[j]!);
      const pair = both < 0 ? -1 : both + best[i + 1]![j + 1]!;
      best[i]![j] = Math.max(pair, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs: [Met | undefined, Met | undefined][] = [];
  let [i, j] = [0, 0];
  while (i < theirs.length || j < ours.length) {
    const both = i < theirs.length && j < ours.length ? worth(theirs[i]!, ours[j]!) : -1;
    if (both >= 0 && best[i]![j] === both + best[i + 1]![j + 1]!) pairs.push([theirs[i++], ours[j++]]);
    else if (i < theirs.length && (j >= ours.length || best[i]![j] === best[i + 1]![j])) pairs.push([theirs[i++], undefined]);
    else pairs.push([undefined, ours[j++]]);
  }
  return pairs;
}
