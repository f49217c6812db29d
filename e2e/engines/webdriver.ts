// A browser by plain W3C WebDriver: the drivers of WebKit.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { asked, find, type Browser } from "./browser.ts";

export interface Driver {
  program: string;
  /** What the driver calls the options of its browser. */
  options: string;
  browser: { binary: string; args: string[] };
  environment: Record<string, string>;
}

export async function webdriver({ program, options, browser, environment }: Driver): Promise<Browser> {
  const port = await freePort();
  const env = { ...process.env, ...environment };
  // In a group of its own: the browser ends with it, whatever became of it.
  const driver = spawn(program, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore", detached: true });
  const call = async <Said>(method: string, path: string, body?: object): Promise<Said> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = (await answer.json()) as { value: Said & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const end = () => process.kill(-driver.pid!, "SIGKILL");
  try {
    await until(() => call("GET", "/status"));
    const capabilities = { alwaysMatch: { [options]: browser } };
    const { sessionId } = await call<{ sessionId: string }>("POST", "/session", { capabilities });
    const session = <Said>(method: string, path: string, body?: object) =>
      call<Said>(method, `/session/${sessionId}${path}`, body);
    const run = <Said>(script: string, args: unknown[]) => session<Said>("POST", "/execute/sync", { script, args });
    const element = async (...control: unknown[]) => {
      const found = await run<Record<string, string> | null>(`return (${find})(...arguments)`, control);
      if (!found) throw new Error(`not there: ${control.join(" ")}`);
      return `/element/${Object.values(found)[0]}`;
    };
    return {
      open: (url) => session("POST", "/url", { url }),
      reload: () => session("POST", "/refresh", {}),
      back: () => session("POST", "/back", {}),
      evaluate: (script, ...given) => run(`return (${script})(...arguments)`, given),
      click: async (control) => session("POST", `${await element(...asked(control))}/click`, {}),
      type: async (control, text) => session("POST", `${await element(...asked(control))}/value`, { text }),
      attach: async (control, text) => session("POST", `${await element(...asked(control))}/value`, { text }),
      close: async () => {
        await session("DELETE", "").catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** A screen without a device, for a browser that must have one. */
export async function screen(): Promise<{ display: string; end: () => void }> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const lines = createInterface({ input: server.stdio[3] as NodeJS.ReadableStream });
  const [number] = (await once(lines, "line")) as [string];
  return { display: `:${number}`, end: () => void server.kill() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function until(act: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return void (await act());
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((later) => setTimeout(later, 50));
    }
  }
}
