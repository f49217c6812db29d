// What assistive technology is given: the browser's own accessibility tree as text. One line for each
// thing with a role: its name, its value and states, and below it what describes it.
import type { Page } from "@playwright/test";

interface Value {
  value?: unknown;
}

interface Node {
  nodeId: string;
  backendDOMNodeId?: number;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
}

/** A thing that has a role; or text, whose role is empty. */
export interface Thing {
  role: string;
  name: string;
  value: string;
  states: string[];
  description: string;
  children: Thing[];
}

/** States that are heard, and how they are written. */
const STATES: Record<string, (value: string) => string | undefined> = {
  checked: (value) => (value === "true" ? "checked" : undefined),
  expanded: (value) => (value === "true" ? "expanded" : "collapsed"),
  selected: (value) => (value === "true" ? "selected" : undefined),
  disabled: (value) => (value === "true" ? "disabled" : undefined),
  readonly: (value) => (value === "true" ? "read only" : undefined),
  required: (value) => (value === "true" ? "required" : undefined),
  invalid: (value) => (value === "false" ? undefined : "invalid"),
  level: (value) => `level ${value}`,
  hasPopup: (value) => `has a ${value}`,
  live: (value) => `live: ${value}`,
};

const CONTROLS = ["textbox", "searchbox", "combobox", "radio", "checkbox", "button", "link", "listbox", "progressbar", "DisclosureTriangle"];

/** The tree below an element of the page. */
export async function tree(page: Page, selector: string): Promise<Thing[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { node } = await session.send("DOM.describeNode", { nodeId });
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  await session.detach();
  const all = new Map(nodes.map((node) => [node.nodeId, node]));
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  if (!start) throw new Error(`nothing is told of ${selector}`);
  return things(start, all);
}

function things(node: Node, all: Map<string, Node>): Thing[] {
  const role = told(node.role);
  if (["InlineTextBox", "LineBreak", "ListMarker"].includes(role)) return [];
  const children = joined((node.childIds ?? []).flatMap((id) => (all.has(id) ? things(all.get(id)!, all) : [])));
  if (node.ignored || role === "generic" || role === "none") return children;
  const name = told(node.name);
  if (role === "StaticText") return name ? [{ role: "", name, value: "", states: [], description: "", children: [] }] : [];
  const states = Object.entries(STATES).flatMap(([key, write]) => {
    const property = node.properties?.find((property) => property.name === key);
    if (!property || (key === "level" && role !== "heading")) return [];
    return write(told(property.value)) ?? [];
  });
  // A file input is a button whose value is in the browser's own language.
  const value = role === "button" ? "" : told(node.value);
  // Text that is the name, and nothing else, is not written twice.
  const isName = children.every((child) => child.role === "") && bare(children.map((child) => child.name).join("")) === bare(name);
  // What an input shows is its value.
  const isValue = ["textbox", "searchbox", "combobox"].includes(role) && children.every((child) => child.role === "");
  return [{ role, name, value, states, description: told(node.description), children: isName || isValue ? [] : children }];
}

/** Texts that stand beside each other are one. */
function joined(children: Thing[]): Thing[] {
  const all: Thing[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (child.role === "" && last?.role === "") last.name += /^[.:;,)]/.test(child.name) ? child.name : ` ${child.name}`;
    else all.push({ ...child });
  }
  return all;
}

function told(value: Value | undefined): string {
  return value?.value === undefined ? "" : String(value.value).replace(/\s+/g, " ").trim();
}

function bare(words: string): string {
  return words.replace(/\s/g, "");
}

/** One line for each thing. */
export function written(all: Thing[], depth = 0): string {
  const indent = "  ".repeat(depth);
  return all
    .map(({ role, name, value, states, description, children }) => {
      if (!role) return `${indent}"${name}"\n`;
      const words = [role, name && `"${name}"`, value && `= "${value}"`, ...states.map((state) => `[${state}]`)];
      const line = `${indent}${words.filter(Boolean).join(" ")}`;
      const below = description ? `${indent}  described by "${description}"\n` : "";
      const [only] = children;
      if (only && children.length === 1 && only.role === "" && !description) return `${line}: "${only.name}"\n`;
      return `${line}\n${below}${written(children, depth + 1)}`;
    })
    .join("");
}

/** What nobody could understand from the tree alone; nothing, if all is well. */
export function unclear(all: Thing[], around = "the page"): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const { role, name, states, description, children } of all) {
    const what = `${role} "${name}" in ${around}`;
    const isFold = role === "group" && children.some((child) => child.role === "DisclosureTriangle");
    const needsName = CONTROLS.includes(role) || role === "region" || role === "navigation" || (role === "group" && !isFold);
    if (needsName && !name) wrong.push(`${what} has no name`);
    if (CONTROLS.includes(role) && seen.has(`${role} ${name}`)) wrong.push(`${what} is there twice`);
    seen.add(`${role} ${name}`);
    if (["textbox", "combobox"].includes(role) && states.includes("invalid") && !/(Lỗi|Error): ./.test(description)) {
      wrong.push(`${what} is wrong, and does not say why`);
    }
    for (const sentence of description.split(/(?<=[.:]) /)) {
      if (sentence.length > 12 && description.split(sentence).length > 2) wrong.push(`${what} says twice: ${sentence}`);
    }
    wrong.push(...unclear(children, name && role !== "paragraph" ? `${role} "${name}"` : around));
  }
  return wrong;
}
