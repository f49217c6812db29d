// The real reference portal, in a process of its own with a folder of its own.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { moment } from "./clock.ts";

const program = process.env.PORTAL ?? resolve(import.meta.dirname, "../../target/debug/portal-reference");
/** The built app. */
export const APP = process.env.APP ?? resolve(import.meta.dirname, "../../dist");

export class Portal {
  private constructor(
    private process: ChildProcess,
    readonly url: string,
    readonly data: string,
    private readonly flags: string[],
    private readonly app: string,
  ) {}

  static async start(flags: string[] = [], app = APP, at = "0"): Promise<Portal> {
    const data = mkdtempSync(join(tmpdir(), "motcua-"));
    const { process, url } = await launch(at, data, flags, app);
    return new Portal(process, url, data, flags, app);
  }

  get port(): string {
    return new URL(this.url).port;
  }

  /** Gone at once, as when the machine loses power. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGKILL");
    await ended;
  }

  /** Up again with the same data at the same address. */
  async again(): Promise<void> {
    this.process = (await launch(this.port, this.data, this.flags, this.app)).process;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** The codes of all dossiers, as an officer sees them. */
  async dossiers(): Promise<string[]> {
    const token = readFileSync(join(this.data, "officer-token"), "utf8").trim();
    const answer = await fetch(`${this.url}/api/officer/dossiers`, { headers: { Authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`the officer's list: ${answer.status}`);
    const { dossiers } = (await answer.json()) as { dossiers: { code: string }[] };
    return dossiers.map((dossier) => dossier.code);
  }

  /** The answers of a dossier as an officer reads them. */
  answers(code: string): string {
    return execFileSync(program, ["answers", "--data", this.data, code], { encoding: "utf8" });
  }

  /** An officer's command. */
  officer(code: string, status: string, note?: string): void {
    const says = note === undefined ? [] : ["--note", note];
    execFileSync(program, ["officer", "--now", moment(), "--data", this.data, code, status, ...says]);
  }
}

async function launch(port: string, data: string, flags: string[], app: string) {
  const child = spawn(program, ["--now", moment(), "--port", port, "--data", data, "--app", app, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /listening on (http:\S+)/.exec(line)?.[1];
    if (url) return { process: child, url };
  }
  throw new Error("the reference portal ended before it was ready");
}
