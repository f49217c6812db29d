// A person who uses only the keyboard.
import { expect, type Locator, type Page } from "@playwright/test";

/** More presses than any page needs. */
const MOST = 150;

interface Active {
  what: string;
  isBody: boolean;
  ringed: boolean;
  inView: boolean;
  follows: boolean;
}

export class Keys {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tab, until this has the focus, unless it has it already. On the way the focus is seen everywhere and
   * follows the page. */
  async tabTo(target: Locator): Promise<void> {
    await this.walkTo(target, "Tab");
  }

  /** The same with Shift and Tab, to what stands above. */
  async tabBackTo(target: Locator): Promise<void> {
    await this.walkTo(target, "Shift+Tab");
  }

  private async walkTo(target: Locator, key: "Tab" | "Shift+Tab"): Promise<void> {
    await target.waitFor();
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    for (let n = 0; !(await isThere()); n++) {
      if (n === MOST) throw new Error(`${key} does not lead to ${target}`);
      await this.tab(key);
    }
  }

  /** One Tab, forward or back; says what has the focus then. */
  async tab(key: "Tab" | "Shift+Tab" = "Tab"): Promise<string> {
    await this.page.evaluate(() => {
      (window as { before?: Element | null }).before = document.activeElement;
    });
    await this.page.keyboard.press(key);
    const active = await this.active(key);
    expect(active.isBody, "the focus is on something").toBe(false);
    expect(active.ringed, `the focus is seen on ${active.what}`).toBe(true);
    expect(active.inView, `${active.what} is in view`).toBe(true);
    const side = key === "Tab" ? "after" : "before";
    expect(active.follows, `${active.what} stands ${side} what had the focus before`).toBe(true);
    return active.what;
  }

  /** The focus is somewhere, not on the page as a whole. */
  async notLost(): Promise<void> {
    await expect.poll(async () => (await this.active()).isBody).toBe(false);
  }

  /** Types into an input that Tab leads to, in place of what stood there. */
  async fill(input: Locator, text: string): Promise<void> {
    await this.tabTo(input);
    await this.press("Control+a");
    await this.type(text);
    await expect(input).toHaveValue(text);
  }

  /** Presses a button or follows a link that Tab leads to. */
  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press("Enter");
  }

  /** Ticks a box. */
  async tick(box: Locator): Promise<void> {
    await this.tabTo(box);
    await this.press("Space");
    await expect(box).toBeChecked();
    await expect(box).toBeFocused();
  }

  /** Takes a radio of the group that Tab leads to. */
  async radio(group: Locator, option: string | RegExp): Promise<void> {
    const wanted = group.getByRole("radio", { name: option, exact: typeof option === "string" });
    await wanted.waitFor();
    const radios = group.getByRole("radio");
    const isThere = () => radios.evaluateAll((all) => all.includes(document.activeElement as HTMLElement));
    for (let n = 0; n < MOST && !(await isThere()); n++) await this.tab();
    await this.press("Space");
    for (let n = 0; n < (await radios.count()) && !(await wanted.isChecked()); n++) await this.press("ArrowDown");
    await expect(wanted).toBeChecked();
    await expect(wanted).toBeFocused();
  }

  /** Types into a searchable list and takes what the arrow comes to first. */
  async pick(box: Locator, typed: string, option: string): Promise<void> {
    await this.tabTo(box);
    await this.type(typed);
    await expect(box).toHaveAttribute("aria-expanded", "true");
    await this.press("ArrowDown");
    await expect(box).toHaveAttribute("aria-activedescendant", /./);
    await this.press("Enter");
    await expect(box).toHaveValue(option);
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await expect(box).toBeFocused();
  }

  /** Takes an option of the browser's own list: by its letters without marks, which every keyboard has, and
   * by arrows where others begin alike. */
  async select(list: Locator, label: string): Promise<void> {
    // A place begins with its name there.
    const option = label.replace(/^(Thành phố|Tỉnh|Phường|Xã|Đặc khu) (.*)$/, (_, kind: string, name: string) => `${name} (${kind.toLowerCase()})`);
    await list.getByRole("option", { name: option, exact: true }).waitFor({ state: "attached" });
    await this.tabTo(list);
    await this.type(option.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D"));
    const away = () =>
      list.evaluate((list, option) => {
        const { options, selectedIndex } = list as HTMLSelectElement;
        return [...options].findIndex(({ text }) => text === option) - selectedIndex;
      }, option);
    for (let from = await away(); from !== 0; ) {
      await this.press(from > 0 ? "ArrowDown" : "ArrowUp");
      const to = await away();
      expect(Math.abs(to), `an arrow leads towards ${option}`).toBe(Math.abs(from) - 1);
      from = to;
    }
    await expect(list).toBeFocused();
  }

  private active(key: "Tab" | "Shift+Tab" = "Tab"): Promise<Active> {
    return this.page.evaluate((key) => {
      const element = document.activeElement ?? document.body;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const before = (window as { before?: Element | null }).before;
      const follows =
        !before ||
        before === document.body ||
        !before.isConnected ||
        Boolean(
          before.compareDocumentPosition(element) &
            (key === "Tab" ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING),
        );
      return {
        what: element.outerHTML.slice(0, 120),
        isBody: element === document.body,
        ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inView:
          box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        follows,
      };
    }, key);
  }
}
