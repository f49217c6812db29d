// What a journey needs of a browser, whichever it is.

export interface Browser {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** What a function says in the page. */
  evaluate<Given extends unknown[], Said>(script: (...given: Given) => Said, ...given: Given): Promise<Said>;
  click(control: Control): Promise<void>;
  /** Types with keys, after what is there. */
  type(control: Control, text: string): Promise<void>;
  attach(control: Control, file: string): Promise<void>;
  close(): Promise<void>;
}

/** A control by what a screen reader says of it. */
export interface Control {
  role: "button" | "checkbox" | "combobox" | "file" | "link" | "option" | "radio" | "searchbox" | "textbox";
  name: string | RegExp;
  /** The name of a group around it. */
  within?: string | RegExp;
}

/** A text as it is, or a pattern somewhere in it. */
export const pattern = (name: string | RegExp): string =>
  typeof name === "string" ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$` : name.source;

/** What `find` is given: nothing but plain texts gets into a page. */
export const asked = ({ role, name, within }: Control): [string, string, string] => [
  role,
  pattern(name),
  within === undefined ? "" : pattern(within),
];

/** In the page: the first such control that is shown. */
export function find(role: string, name: string, within: string): HTMLElement | null {
  const kinds: Record<string, string> = {
    button: "button",
    checkbox: "input[type=checkbox]",
    combobox: "[role=combobox]",
    file: "input[type=file]",
    link: "a[href]",
    option: "[role=option]",
    radio: "input[type=radio]",
    searchbox: "input[type=search]",
    textbox: "input:not([type=checkbox], [type=radio], [type=file], [role=combobox]), textarea",
  };
  const text = (element: Element | null | undefined) => ((element as HTMLElement | null)?.innerText ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute("aria-labelledby")?.split(" ");
    if (ids) return ids.map((id) => text(document.getElementById(id))).join(" ");
    const label = element.getAttribute("aria-label") ?? text((element as HTMLInputElement).labels?.[0]);
    return label || text(element.querySelector(":scope > legend") ?? element);
  };
  const isWithin = (element: Element): boolean => {
    const group = element.parentElement?.closest("fieldset, [role=group]");
    return !!group && (new RegExp(within, "u").test(nameOf(group)) || isWithin(group));
  };
  const found = [...document.querySelectorAll<HTMLElement>(kinds[role]!)].find(
    (element) =>
      element.getClientRects().length > 0 &&
      // The page before leaves a second later.
      !element.closest("[data-slot=leaving]") &&
      new RegExp(name, "u").test(nameOf(element)) &&
      (!within || isWithin(element)),
  );
  found?.scrollIntoView({ block: "center" });
  return found ?? null;
}
