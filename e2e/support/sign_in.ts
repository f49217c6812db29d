// Signing in, as people do it: by a code to a phone, or at what stands in for VNeID.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "@playwright/test";
import type { Wizard } from "../pages/wizard.ts";
import { announced } from "./announced.ts";
import { noViolations } from "./axe.ts";
import { moment } from "./clock.ts";
import { Keys } from "./keys.ts";
import { Officer } from "./officer.ts";
import type { Portal } from "./portal.ts";
import { words } from "./words.ts";

export interface StandIn {
  /** What the portal must be started with. */
  flags: string[];
  end(): void;
}

/** Starts what stands in for VNeID. */
export async function standIn(): Promise<StandIn> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, "vneid/server.mjs"), "--now", moment()], { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: child.stdout! })) {
    if (!line.startsWith("{")) continue;
    const { issuer, client_id } = JSON.parse(line) as { issuer: string; client_id: string };
    return {
      flags: ["--oidc-issuer", issuer, "--oidc-client-id", client_id],
      end: () => void child.kill("SIGKILL"),
    };
  }
  throw new Error("the stand-in ended before it was ready");
}

/** By phone: level 1. The code lies in the portal's outbox. */
export async function signInByPhone(wizard: Wizard, portal: Portal, phone: string): Promise<void> {
  const { shown } = wizard;
  await shown.getByLabel(words("sign-in-phone"), { exact: true }).fill(phone);
  await shown.getByRole("button", { name: words("sign-in-send-code") }).click();
  const code = shown.getByLabel(words("sign-in-code"), { exact: true });
  await expect(code).toBeFocused();
  await noViolations(wizard.page, "the code");
  await code.fill(await new Officer(portal).codeFor(phone));
  await shown.getByRole("button", { name: words("sign-in-enter"), exact: true }).click();
  await expect(shown.locator("#signed-in")).toBeFocused();
}

/** At the provider: as this person, with an account of level 2; and back to the same page. */
export async function signInElsewhere(wizard: Wizard, person: RegExp): Promise<void> {
  const { page, shown } = wizard;
  const back = new URL(page.url()).pathname;
  await shown.getByRole("link", { name: words("sign-in-with", { name: "VNeID" }) }).click();
  await page.getByRole("radio", { name: person }).check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("button", { name: "Đồng ý chia sẻ" }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(back);
  await expect(shown.locator("#signed-in")).toBeVisible();
}

/** The same by phone, by keyboard. */
export async function typeInByPhone(wizard: Wizard, portal: Portal, phone: string): Promise<void> {
  const { page, shown } = wizard;
  const keys = new Keys(page);
  await keys.fill(shown.getByLabel(words("sign-in-phone"), { exact: true }), phone);
  await keys.enter(shown.getByRole("button", { name: words("sign-in-send-code") }));
  const code = shown.getByLabel(words("sign-in-code"), { exact: true });
  await expect(code).toBeFocused();
  await announced(page, words("sign-in-code-sent"));
  await keys.type(await new Officer(portal).codeFor(phone));
  await keys.enter(shown.getByRole("button", { name: words("sign-in-enter"), exact: true }));
  await expect(shown.locator("#signed-in")).toBeFocused();
  await announced(page, words("signed-in"));
}

/** The same at the provider, by keyboard. The browser reads the page that it comes back to from its top. */
export async function typeInElsewhere(wizard: Wizard, person: RegExp): Promise<void> {
  const { page, shown } = wizard;
  const keys = new Keys(page);
  const back = new URL(page.url()).pathname;
  await keys.enter(shown.getByRole("link", { name: words("sign-in-with", { name: "VNeID" }) }));
  await keys.radio(page.getByRole("group", { name: "Bạn là ai?" }), person);
  await keys.enter(page.getByRole("button", { name: "Tiếp tục" }));
  await keys.enter(page.getByRole("button", { name: "Đồng ý chia sẻ" }));
  await expect.poll(() => new URL(page.url()).pathname).toBe(back);
  await expect(shown.locator("#signed-in")).toBeVisible();
  // Who hears the page has a whole form above that line.
  await announced(page, words("signed-in"));
}
