// A desktop of the test's own, without a screen: X server, buses, window manager, Orca, Chromium.
// Nothing of the machine's desktop or of a person's Orca is used, and only what was started here is ended.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { closeSync, copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { chromium, type BrowserContext, type Page } from "@playwright/test";

export type Language = "vi" | "en";

/** What Orca says, or that it breaks off. */
export interface Speech {
  kind: "say" | "stop";
  text: string;
}

const LOCALES = { vi: "vi_VN.UTF-8", en: "en_US.UTF-8" };
const SIZE = "1280,900";
const run = promisify(execFile);

export class Desktop {
  readonly speech: Speech[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), "motcua-orca-"));
  private readonly started: ChildProcess[] = [];
  private readonly env: Record<string, string>;
  private readonly speechFile: number;
  private unread = "";
  private browser?: BrowserContext;

  private readonly atExit = () => this.running().forEach((pid) => signal(pid, "SIGKILL"));

  private constructor(
    private readonly language: Language,
    private readonly log: number,
  ) {
    // Where a test run is broken off, nothing stays behind.
    process.once("exit", this.atExit);
    for (const name of ["run", "home", "config", "data", "cache", "orca", "profile", "profile/Default"]) {
      mkdirSync(join(this.folder, name), { mode: 0o700 });
    }
    const speech = join(this.folder, "speech");
    writeFileSync(speech, "");
    this.speechFile = openSync(speech, "r");
    this.env = {
      PATH: process.env.PATH ?? "/usr/bin:/bin",
      HOME: join(this.folder, "home"),
      XDG_RUNTIME_DIR: join(this.folder, "run"),
      XDG_CONFIG_HOME: join(this.folder, "config"),
      XDG_DATA_HOME: join(this.folder, "data"),
      XDG_CACHE_HOME: join(this.folder, "cache"),
      LANG: LOCALES[language],
      LC_ALL: LOCALES[language],
      // Chromium takes its language from this one.
      LANGUAGE: language,
      TZ: "Asia/Ho_Chi_Minh",
      GSETTINGS_BACKEND: "keyfile",
      GDK_BACKEND: "x11",
      ACCESSIBILITY_ENABLED: "1",
      SPEECH_FILE: speech,
      // What moves the clock of the whole run moves it here too.
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(LD_PRELOAD|FAKETIME.*)$/.test(name))),
    };
  }

  /** Everything but the page. What the programs log goes to `logFile`. */
  static async start(language: Language, logFile: string): Promise<Desktop> {
    const desktop = new Desktop(language, openSync(logFile, "w"));
    try {
      await desktop.begin();
    } catch (error) {
      await desktop.end();
      throw error;
    }
    return desktop;
  }

  private async begin(): Promise<void> {
    const screen = `${SIZE.replace(",", "x")}x24`;
    const number = await this.line("Xvfb", "-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp", "-noreset");
    this.env.DISPLAY = `:${number}`;
    this.env.DBUS_SESSION_BUS_ADDRESS = await this.line("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3");
    const on = (schema: string, key: string) => this.run("gsettings", "set", schema, key, "true");
    await on("org.gnome.desktop.interface", "toolkit-accessibility");
    await on("org.gnome.desktop.a11y.applications", "screen-reader-enabled");
    this.spawn("/usr/libexec/at-spi-bus-launcher", ["--launch-immediately", "--a11y=1", "--screen-reader=1"]);
    this.spawn("openbox", ["--sm-disable"]);

    const preferences = join(this.folder, "orca");
    const ours = join(import.meta.dirname, "orca/preferences");
    for (const file of readdirSync(ours).filter((name) => name.endsWith(".py"))) copyFileSync(join(ours, file), join(preferences, file));
    this.spawn("/usr/bin/python3", [join(import.meta.dirname, "orca/start.py"), preferences]);
    await this.until(() => this.listen().length > 0, 30_000, "Orca says that it is on");
  }

  /** Opens the browser with a page, and waits until Orca has read it out. */
  async open(url: string): Promise<Page> {
    const preferences = {
      // Bubbles of the browser would be read out too.
      translate: { enabled: false },
      credentials_enable_service: false,
      autofill: { profile_enabled: false, credit_card_enabled: false },
      browser: { has_seen_welcome_page: true },
      // The first page has the focus; after an empty one it would stay in the address bar.
      session: { restore_on_startup: 4, startup_urls: [url] },
    };
    const before = this.listen().length;
    writeFileSync(join(this.folder, "profile/Default/Preferences"), JSON.stringify(preferences));
    this.browser = await chromium.launchPersistentContext(join(this.folder, "profile"), {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: false,
      viewport: null,
      // Else those of the other tests would hold.
      locale: this.language === "vi" ? "vi-VN" : "en-GB",
      env: this.env,
      // "Controlled by automated test software" is a bar that Orca would read.
      ignoreDefaultArgs: ["--enable-automation", "about:blank"],
      args: [
        "--force-renderer-accessibility",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--disable-session-crashed-bubble",
        "--test-type",
        "--ozone-platform=x11",
        `--window-size=${SIZE}`,
        "--window-position=0,0",
        `--lang=${this.language === "vi" ? "vi" : "en-US"}`,
      ],
    });
    const page = this.browser.pages()[0] ?? (await this.browser.waitForEvent("page"));
    let window = "";
    await this.until(
      async () => {
        window = (await this.run("xdotool", "search", "--onlyvisible", "--class", "chrom").catch(() => "")).trim().split("\n").at(-1) ?? "";
        return window !== "";
      },
      30_000,
      "the browser shows its window",
    );
    await this.run("xdotool", "windowactivate", "--sync", window);
    const loaded = /^(Finished loading|Hoàn tất nạp)/;
    await this.until(() => this.listen().slice(before).some(({ text }) => loaded.test(text)), 30_000, "Orca says that the page is loaded");
    await page.locator('[data-slot="shown"] h1').waitFor();
    await this.quiet(1200, 20_000);
    // What is read of a page that loads differs from run to run, and so does where Orca then stands.
    // The first key may be lost there.
    const read = this.listen().length;
    const answered = () => this.listen().slice(read).some(({ text }) => text !== "");
    for (let n = 0; n < 3 && !answered(); n++) {
      await this.press("ctrl+Home");
      await this.quiet(1200, 20_000);
    }
    return page;
  }

  /** Presses real keys, by their names in X: `Tab`, `shift+Tab`, `Return`. */
  async press(...keys: string[]): Promise<void> {
    await this.run("xdotool", "key", "--clearmodifiers", ...keys);
  }

  /** Types ASCII with real keys. */
  async type(text: string): Promise<void> {
    await this.run("xdotool", "type", "--delay", "30", text);
  }

  /** All that was said so far. */
  listen(): Speech[] {
    const buffer = Buffer.alloc(65_536);
    const parts: Buffer[] = [];
    for (let read; (read = readSync(this.speechFile, buffer, 0, buffer.length, null)) > 0; ) parts.push(Buffer.from(buffer.subarray(0, read)));
    const lines = (this.unread + Buffer.concat(parts).toString("utf8")).split("\n");
    this.unread = lines.pop() ?? "";
    for (const line of lines) this.speech.push(JSON.parse(line) as Speech);
    return this.speech;
  }

  /** Waits until nothing has been said for so long. */
  async quiet(ms: number, limit: number): Promise<void> {
    const end = Date.now() + limit;
    let count = this.listen().length;
    for (let since = Date.now(); Date.now() - since < ms && Date.now() < end; await pause()) {
      if (this.listen().length === count) continue;
      count = this.speech.length;
      since = Date.now();
    }
  }

  async end(): Promise<void> {
    await this.browser?.close().catch(() => {});
    for (const pid of this.running()) {
      signal(pid, "SIGTERM");
      const isGone = () => !this.running().includes(pid);
      await this.until(isGone, 3000, "").catch(() => signal(pid, "SIGKILL"));
    }
    process.off("exit", this.atExit);
    closeSync(this.speechFile);
    closeSync(this.log);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async until(done: () => boolean | Promise<boolean>, limit: number, what: string): Promise<void> {
    for (const end = Date.now() + limit; !(await done()); await pause()) {
      if (Date.now() > end) throw new Error(`waited ${limit / 1000} s until ${what}`);
    }
  }

  /** What was started and has not ended, the latest first. */
  private running(): number[] {
    const alive = this.started.filter(({ pid, exitCode, signalCode }) => pid !== undefined && exitCode === null && signalCode === null);
    return alive.map(({ pid }) => pid!).reverse();
  }

  private spawn(program: string, args: string[]): ChildProcess {
    // In a group of its own, so that it ends with all that it has started itself.
    const child = spawn(program, args, { env: this.env, detached: true, stdio: ["ignore", this.log, this.log, "pipe"] });
    this.started.push(child);
    return child;
  }

  /** Starts a program that writes one line to descriptor 3 when it is ready. */
  private async line(program: string, ...args: string[]): Promise<string> {
    const child = this.spawn(program, args);
    const output = child.stdio[3] as Readable;
    let text = "";
    // Xvfb writes its number and the end of the line one after the other.
    for await (const part of output) {
      text += String(part);
      if (text.endsWith("\n")) return text.trim();
    }
    throw new Error(`${program} ended before it was ready`);
  }

  private async run(program: string, ...args: string[]): Promise<string> {
    const { stdout } = await run(program, args, { env: this.env });
    return stdout;
  }
}

const pause = () => new Promise((done) => setTimeout(done, 40));

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended meanwhile.
  }
}
