// Somebody who uses Orca: presses keys and listens. Everything that is done and said is written down.
import { expect, test, type Locator, type Page } from "@playwright/test";
import type { Desktop } from "./desktop.ts";
import { missing, steady, type Step } from "./transcript.ts";

/** Orca begins to answer within this time, or says nothing. */
const FIRST = 2500;
/** Then it has ended when nothing came for so long. */
const QUIET = 800;
/** What is known to come may take so long on a busy machine. */
const LATE = 8000;
/** After all that is known to come: time for something that is too much. */
const MORE = 350;

export class Reader {
  readonly steps: Step[] = [];
  private part = "";

  constructor(
    private readonly desktop: Desktop,
    readonly page: Page,
    /** What was said in an earlier run. Without it, everything is listened to at length. */
    private readonly known: readonly Step[] | undefined,
  ) {}

  /** A part of the journey, as a heading of the transcript. */
  async in(part: string, go: () => Promise<void>): Promise<void> {
    this.part = part;
    await test.step(part, go);
  }

  /** Presses keys, one after the other; `says` must be heard, in this order. */
  async press(keys: string, ...says: (string | RegExp)[]): Promise<string[]> {
    return this.step(keys, () => this.desktop.press(...keys.split(" ")), says);
  }

  /** A key as part of a step of its own. */
  async pressUnheard(keys: string): Promise<void> {
    await this.desktop.press(...keys.split(" "));
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
  async step(done: string, act: () => Promise<unknown>, says: (string | RegExp)[]): Promise<string[]> {
    const { desktop } = this;
    const known = this.known?.[this.steps.length];
    const from = desktop.listen().length;
    const said = () => lines(desktop.listen().slice(from));
    await act();
    if (known?.done === done) {
      const all = () => !missing(known.said, said()).length && heard(said(), says);
      await desktop.until(all, LATE, "").catch(() => {});
      await desktop.quiet(MORE, LATE);
    } else {
      await desktop.until(() => said().length > 0, FIRST, "").catch(() => {});
      await desktop.quiet(QUIET, LATE);
      if (says.length) await desktop.until(() => heard(said(), says), LATE, "").catch(() => {});
    }
    const step = { part: this.part, done, said: said() };
    this.steps.push(step);
    hears(step.said, says);
    return step.said;
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
  expect.soft(heard(said, says), `Orca says ${says.join(", then ")}; it said: ${said.join(" | ")}`).toBe(true);
}
