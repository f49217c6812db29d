// The web servers of the README, started with the configurations as they stand there.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { APP } from "../support/portal.ts";

const readme = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");

/** The blocks of code in a language, in their order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map((block) => block[1]!);
}

/** Puts a text in the place of another one, which must be there. */
function put(text: string, old: string, by: string): string {
  if (!text.includes(old)) throw new Error(`the configuration of the README does not have: ${old}`);
  return text.replaceAll(old, by);
}

export interface Server {
  url: string;
  end(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a program, and waits until it answers. */
async function started(child: ChildProcess, port: number, folder: string): Promise<Server> {
  let said = "";
  child.stderr!.on("data", (text) => (said += text));
  const url = `http://127.0.0.1:${port}`;
  const end = async () => {
    const ended = new Promise((done) => (child.exitCode === null ? child.once("exit", done) : done(0)));
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const limit = Date.now() + 15_000; Date.now() < limit && child.exitCode === null; ) {
    const answers = await fetch(`${url}/settings.json`).then(
      () => true,
      () => new Promise<boolean>((later) => setTimeout(later, 50, false)),
    );
    if (answers) return { url, end };
  }
  await end();
  throw new Error(`it does not answer: ${said}`);
}

export async function nginx(portal: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-nginx-"));
  const port = await freePort();
  const [headers, server] = blocks("nginx");
  mkdirSync(join(folder, "snippets"));
  writeFileSync(join(folder, "snippets/motcua-headers.conf"), headers!);
  let site = put(server!, "listen 443 ssl;", `listen 127.0.0.1:${port};`);
  site = put(site, "/srv/motcua/dist", APP);
  site = put(site, "127.0.0.1:9000", new URL(portal).host);
  const module = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `${existsSync(module) ? `load_module ${module};` : ""}
    daemon off; master_process off; pid ${folder}/pid; error_log stderr;
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${places}\n${site} }`,
  );
  return started(spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], { stdio: ["ignore", "ignore", "pipe"] }), port, folder);
}

export async function caddy(portal: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-caddy-"));
  const port = await freePort();
  const [server] = blocks("caddy");
  let site = put(server!, "dichvucong.example {", `http://127.0.0.1:${port} {`);
  site = put(site, "/srv/motcua/dist", APP);
  site = put(site, "127.0.0.1:9000", new URL(portal).host);
  const file = join(folder, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n}\n${site}`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  execFileSync("caddy", ["validate", "--config", file, "--adapter", "caddyfile"], { env, stdio: "ignore" });
  return started(spawn("caddy", ["run", "--config", file, "--adapter", "caddyfile"], { env, stdio: ["ignore", "ignore", "pipe"] }), port, folder);
}
