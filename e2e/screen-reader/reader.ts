// Somebody who uses Orca: presses keys and listens. Everything that is done and said is written down.
import { expect, test, type Locator, type Page } from "@playwright/test";
import type { Desktop } from "./desktop.ts";
import { LOOSE, missing, steady, type Step } from "./transcript.ts";

/** Orca begins to answer within this time, or says nothing. */
const FIRST = 2500;
/** Then it has ended when nothing came for so long. */
const QUIET = 800;
/** What is known to come may take so long on a busy machine. */
const LATE = 8000;
/** After all that is known to come: time for something that is too much. */
const MORE = 350;

/** What undoes a key that only moves the place. At the beginning Orca may stand outside of the page: Tab leads into it. */
const BACK: Record<string, string> = { Tab: "shift+Tab", "shift+Tab": "Tab", "ctrl+Home": "Tab" };

export class Reader {
  readonly steps: Step[] = [];
  /** The steps that had to be done again, because nothing was said. */
  readonly lost: string[] = [];
  private part = "";

  constructor(
    private readonly desktop: Desktop,
    readonly page: Page,
    /** What was said in an earlier run. Without it, everything is listened to at length. */
    private readonly known: readonly Step[] | undefined,
  ) {
    // While somebody listens, Playwright keeps the window for files away; it would be a real one else.
    page.on("filechooser", () => {});
  }

  /** A part of the journey, as a heading of the transcript. */
  async in(part: string, go: () => Promise<void>): Promise<void> {
    this.part = part;
    await test.step(part, go);
  }

  /** Presses keys, one after the other; `says` must be heard, in this order. */
  async press(keys: string, ...says: (string | RegExp)[]): Promise<string[]> {
    return this.step(keys, () => this.desktop.press(...keys.split(" ")), says, BACK[keys]);
  }

  /** Presses a key whose answer comes in one piece or in several, as it happens: only `says` counts. */
  async pressLoosely(keys: string, ...says: (string | RegExp)[]): Promise<void> {
    await this.step(keys + LOOSE, () => this.desktop.press(...keys.split(" ")), says);
  }

  /** Chooses a file in the input that has the focus. */
  async choose(file: string, ...says: (string | RegExp)[]): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    const act = async () => {
      await this.desktop.press("Return");
      await (await choosing).setFiles(file);
    };
    await this.step(`Return, and a file is chosen${LOOSE}`, act, says);
  }

  /** What is typed next takes the place of what stands there. Orca has several words for it. */
  async selectAll(): Promise<void> {
    await this.aside(() => this.desktop.press("ctrl+a"));
  }

  /** Tab until this has the focus. */
  async tabTo(target: Locator, ...says: (string | RegExp)[]): Promise<void> {
    for (let n = 0; n < 60; n++) {
      const said = await this.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) {
        hears(said, says);
        return;
      }
    }
    throw new Error(`Tab does not reach ${target}`);
  }

  /** Letters of Vietnam are no keys of X: an input method brings them. */
  async type(text: string, ...says: (string | RegExp)[]): Promise<void> {
    const isAscii = /^[\x21-\x7e ]+$/.test(text);
    const typed = () => (isAscii ? this.desktop.type(text) : this.page.keyboard.insertText(text));
    await this.step(`type ${text}`, typed, says);
  }

  /** Something that isn't a key, and what is said to it. */
  async step(done: string, act: () => Promise<unknown>, says: (string | RegExp)[], back?: string): Promise<string[]> {
    const { desktop } = this;
    const known = done.endsWith(LOOSE) ? undefined : this.known?.[this.steps.length];
    let from = desktop.listen().length;
    const said = () => lines(desktop.listen().slice(from));
    await act();
    const expected = known?.done === done ? known.said : undefined;
    await this.hear(said, says, expected);
    // Orca loses an utterance now and then. People who hear nothing go back and forth; what is silent
    // for a reason of its own is silent then too.
    const most = done === "ctrl+Home" ? 2 : 1;
    for (let n = 0; n < most && back && !said().length; n++) {
      this.lost.push(`${this.steps.length + 1}: ${done}`);
      await this.desktop.press(back);
      await this.desktop.quiet(QUIET, LATE);
      from = desktop.listen().length;
      await act();
      await this.hear(said, says, expected);
    }
    const step = { part: this.part, done, said: said() };
    this.steps.push(step);
    hears(step.said, says);
    return step.said;
  }

  private async hear(said: () => string[], says: readonly (string | RegExp)[], known?: readonly string[]): Promise<void> {
    const { desktop } = this;
    const wait = (done: () => boolean, limit: number) => desktop.until(done, limit, "").catch(() => {});
    if (known) {
      await wait(() => !missing(known, said()).length && heard(said(), says), LATE);
      return desktop.quiet(MORE, LATE);
    }
    await wait(() => said().length > 0, FIRST);
    await desktop.quiet(QUIET, LATE);
    if (!heard(said(), says)) await wait(() => heard(said(), says), LATE);
  }

  /** Does something that isn't part of the transcript. */
  async aside(act: () => Promise<unknown>): Promise<void> {
    await act();
    await this.desktop.quiet(QUIET, LATE);
  }
}

function lines(speech: readonly { kind: string; text: string }[]): string[] {
  return speech.filter(({ kind }) => kind === "say").map(({ text }) => steady(text)).filter((text) => text !== "");
}

function heard(said: readonly string[], says: readonly (string | RegExp)[]): boolean {
  let rest = said.join(" ");
  return says.every((wanted) => {
    const at = typeof wanted === "string" ? rest.indexOf(wanted) : rest.search(wanted);
    if (at >= 0) rest = rest.slice(at + 1);
    return at >= 0;
  });
}

function hears(said: readonly string[], says: readonly (string | RegExp)[]): void {
  expect(heard(said, says), `Orca says ${says.join(", then ")}; it said: ${said.join(" | ")}`).toBe(true);
}
