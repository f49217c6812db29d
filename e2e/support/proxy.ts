// A bad network: stands between the browser and the real portal and spoils what a test tells it to.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to a request; `undefined` lets it through. */
export type Fault =
  /** The connection breaks before the portal hears of it. */
  | { kind: "cut" }
  /** The portal hears it and does it; then `before` happens, and the answer never arrives. */
  | { kind: "lose-answer"; before?: () => Promise<void> }
  /** Somebody on the way answers. */
  | { kind: "answer"; status: number; type?: string; body?: string; headers?: Record<string, string> }
  /** It takes this many milliseconds longer. */
  | { kind: "slow"; ms: number };

export type Rule = (method: string, path: string) => Fault | undefined;

export class BadNetwork {
  rule: Rule = () => undefined;
  /** Every request that came, as `METHOD path`. */
  readonly seen: string[] = [];

  private constructor(private readonly server: Server) {}

  static async before(portal: string): Promise<BadNetwork> {
    const target = new URL(portal);
    const server = createServer((incoming, outgoing) => void network.pass(target, incoming, outgoing));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const network = new BadNetwork(server);
    return network;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async pass(target: URL, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? "GET";
    const path = incoming.url ?? "/";
    this.seen.push(`${method} ${path}`);
    const fault = this.rule(method, path);
    if (fault?.kind === "cut") return void incoming.socket.destroy();
    if (fault?.kind === "answer") {
      incoming.resume();
      outgoing.writeHead(fault.status, { "Content-Type": fault.type ?? "text/html", ...fault.headers });
      return void outgoing.end(fault.body ?? "<!doctype html><h1>Proxy</h1>");
    }
    if (fault?.kind === "slow") await new Promise((later) => setTimeout(later, fault.ms));
    const headers = { ...incoming.headers, host: target.host };
    const onward = request({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
      if (fault?.kind === "lose-answer") {
        answer.resume();
        answer.on("end", async () => {
          await fault.before?.();
          incoming.socket.destroy();
        });
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => incoming.socket.destroy());
    incoming.pipe(onward);
  }
}
