// Fills in any procedure as somebody who has only a keyboard, and hears the pages: the mode for screen
// readers, with one question a page and lists of the browser's own.
import { basename } from "node:path";
import { expect, type Locator } from "@playwright/test";
import { announced } from "./announced.ts";
import { Filling } from "./filling.ts";
import { Keys } from "./keys.ts";
import { words } from "./words.ts";

export class Typing extends Filling {
  readonly keys = new Keys(this.wizard.page);
  /** What was pointed out on the way, in words. */
  readonly pointedOut: string[] = [];
  /** What the page before said would come next. */
  private promised = "";

  /** The heading has the focus, so it is heard; and it is the one that was promised. */
  protected override async arrived(): Promise<void> {
    await expect(this.wizard.heading, this.path()).toBeFocused();
    await expect(this.wizard.heading).toContainText(this.promised);
    this.promised = "";
  }

  protected override async pressContinue(): Promise<void> {
    const { keys, wizard } = this;
    const advice = wizard.shown.locator("#look-again");
    if (await advice.isVisible()) {
      await expect(advice).toBeFocused();
      this.pointedOut.push(await advice.innerText());
    }
    const button = wizard.shown.getByRole("button", { name: words("continue"), exact: true });
    await keys.tabTo(button);
    const [before, after] = words("next-up", { heading: "\n" }).split("\n") as [string, string];
    await expect(button).toHaveAccessibleDescription(new RegExp(`^${before}.+${after}`));
    const next = await wizard.shown.getByText(new RegExp(`^${before}`)).innerText();
    this.promised = next.slice(before.length, next.length - after.length);
    await keys.press("Enter");
  }

  protected override async press(button: Locator): Promise<void> {
    await this.keys.enter(button);
  }

  protected override async write(input: Locator, text: string): Promise<void> {
    await this.keys.fill(input, text);
  }

  protected override async take(group: Locator, option: string): Promise<void> {
    await this.keys.radio(group, option);
  }

  protected override async tick(box: Locator): Promise<void> {
    await this.keys.tick(box);
  }

  protected override async pick(within: Locator, name: RegExp, label: string): Promise<void> {
    const list = within.getByRole("combobox", { name });
    await this.keys.select(list, label);
    // The browser's own list takes no text, and nothing says that it does.
    await expect(list).not.toHaveAccessibleDescription(new RegExp(words("address-province-hint")));
  }

  /** Through the focused input, and what came of it is said; the focus stays. */
  override async attach(chooser: Locator, files: string[]): Promise<void> {
    const { keys, wizard } = this;
    const choosing = wizard.page.waitForEvent("filechooser");
    await keys.tabTo(chooser);
    await keys.press("Enter");
    await (await choosing).setFiles(files);
    for (const file of files) await announced(wizard.page, words("file-told-arrived", { name: basename(file) }));
    await expect(chooser).toBeFocused();
  }
}
