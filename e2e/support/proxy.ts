// A bad network: stands between the browser and the real portal and spoils what a test tells it to.
import {
  createServer,
  request,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to a request; `undefined` lets it through. */
export type Fault =
  /** The connection breaks before the portal hears of it. */
  | { kind: "cut" }
  /** So many bytes of the body arrive at the portal, then the connection breaks. */
  | { kind: "cut-after"; bytes: number }
  /** The portal hears it and does it; then `before` happens, and the answer never arrives. */
  | { kind: "lose-answer"; before?: () => Promise<void> }
  /** Somebody on the way answers. */
  | { kind: "answer"; status: number; type?: string; body?: string; headers?: Record<string, string> }
  /** It takes this many milliseconds longer. */
  | { kind: "slow"; ms: number }
  /** It waits until the test lets it go on. */
  | { kind: "hold"; until: Promise<void> };

export type Rule = (method: string, path: string, headers: IncomingHttpHeaders) => Fault | undefined;

/** A fault for everything that the app asks the portal. */
export const onApi =
  (fault: Fault): Rule =>
  (_, path) =>
    path.startsWith("/api/") ? fault : undefined;

/** A gate: what is held at it goes on when the test opens it. */
export function gate(): { until: Promise<void>; open: () => void } {
  let open = () => {};
  const until = new Promise<void>((done) => (open = done));
  return { until, open };
}

export class BadNetwork {
  rule: Rule = () => undefined;
  /** A script that runs before the app's own: where a browser can't be told the time, the page is told here. */
  early = "";
  /** Every request that came, as `METHOD path`. */
  readonly seen: string[] = [];

  private constructor(private readonly server: Server) {}

  static async before(portal: string): Promise<BadNetwork> {
    const target = new URL(portal);
    const server = createServer((incoming, outgoing) => {
      // The day of the tests is the portal's, not this computer's.
      outgoing.sendDate = false;
      void network.pass(target, incoming, outgoing);
    });
    // A browser asks a second time by itself when a connection breaks that it has used before. With
    // a new connection for every question, what a test sees is what the app does.
    server.maxRequestsPerSocket = 1;
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const network = new BadNetwork(server);
    return network;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** All is well from now on. */
  good(): void {
    this.rule = () => undefined;
  }

  /** How many such requests came: `POST /api/dossiers`, `PATCH /api/uploads/*`. */
  count(what: string): number {
    const start = what.endsWith("*") ? what.slice(0, -1) : undefined;
    return this.seen.filter((line) => (start === undefined ? line === what : line.startsWith(start))).length;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async begin(answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    let script = this.early;
    for await (const part of answer.setEncoding("utf8")) script += part;
    outgoing.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
    outgoing.end(script);
  }

  private async pass(target: URL, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? "GET";
    const path = incoming.url ?? "/";
    this.seen.push(`${method} ${path}`);
    const fault = this.rule(method, path, incoming.headers);
    // A request that has been given up no longer knows its connection.
    const { socket } = incoming;
    if (fault?.kind === "cut") return void socket.destroy();
    if (fault?.kind === "answer") {
      incoming.resume();
      outgoing.writeHead(fault.status, { "Content-Type": fault.type ?? "text/html", ...fault.headers });
      return void outgoing.end(fault.body ?? "<!doctype html><h1>Proxy</h1>");
    }
    if (fault?.kind === "slow") await new Promise((later) => setTimeout(later, fault.ms));
    if (fault?.kind === "hold") await fault.until;
    const headers = { ...incoming.headers, host: target.host };
    if (this.early && path === "/boot.js") delete headers["accept-encoding"];
    // A connection of its own: one that the portal has closed meanwhile would break a request that is well.
    const onward = request({ host: target.hostname, port: target.port, method, path, headers, agent: false }, (answer) => {
      if (fault?.kind === "lose-answer") {
        answer.resume();
        answer.on("end", async () => {
          await fault.before?.();
          socket.destroy();
        });
        return;
      }
      if (this.early && path === "/boot.js") return void this.begin(answer, outgoing);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => socket.destroy());
    if (fault?.kind === "cut-after") return void cutAfter(fault.bytes, incoming, onward);
    incoming.pipe(onward);
  }
}

/** Lets so many bytes through, then breaks the connection on both sides. */
async function cutAfter(bytes: number, incoming: IncomingMessage, onward: ClientRequest): Promise<void> {
  const { socket } = incoming;
  let left = bytes;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    const part = chunk.subarray(0, left);
    left -= part.length;
    await new Promise((written) => onward.write(part, written));
    if (left === 0) break;
  }
  onward.destroy();
  socket.destroy();
}
