// The officer's side of the real portal, by its contract.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Portal } from "./portal.ts";

export interface Flaw {
  pointer: string;
  reason: string;
  note?: string;
  source?: string;
}

export class Officer {
  constructor(private readonly portal: Portal) {}

  private async ask(method: string, path: string, body?: string | Uint8Array, type = "application/json"): Promise<Response> {
    const token = readFileSync(join(this.portal.data, "officer-token"), "utf8").trim();
    const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
    if (body !== undefined) headers["Content-Type"] = type;
    const answer = await fetch(`${this.portal.url}/api/officer/${path}`, { method, headers, body: body as BodyInit });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async set(code: string, status: string, note?: string): Promise<void> {
    await this.ask("POST", `dossiers/${code}/status`, JSON.stringify({ status, note }));
  }

  async supplement(code: string, flaws: Flaw[], deadline?: string, contact?: string): Promise<void> {
    await this.ask("POST", `dossiers/${code}/supplements`, JSON.stringify({ flaws, deadline, contact }));
  }

  async write(code: string, text: string): Promise<void> {
    await this.ask("POST", `dossiers/${code}/messages`, JSON.stringify({ text }));
  }

  async component(code: string, id: string, status: string, note?: string): Promise<void> {
    await this.ask("POST", `dossiers/${code}/components/${id}/status`, JSON.stringify({ status, note }));
  }

  /** Every part of a group is decided, from wherever it stands: a group is not finished before. */
  async decideComponents(code: string): Promise<void> {
    const { tracking } = (await (await this.ask("GET", `dossiers/${code}`)).json()) as { tracking: { components?: { id: string; status: string }[] } };
    const way = ["submitted", "accepted", "in-progress", "decided"];
    for (const { id, status } of tracking.components ?? []) {
      const from = status === "documents-requested" ? 1 : way.indexOf(status);
      for (const next of way.slice(from + 1)) await this.component(code, id, next);
    }
  }

  async attach(code: string, name: string, content: Uint8Array): Promise<void> {
    await this.ask("POST", `dossiers/${code}/results?name=${encodeURIComponent(name)}`, content, "application/octet-stream");
  }

  /** A dossier, as an officer reads it. */
  async read(code: string): Promise<{ in_words: { label: string; value: string }[]; files: { id: string; name: string }[] }> {
    return (await this.ask("GET", `dossiers/${code}`)).json();
  }

  /** The code that was sent to a phone last. */
  async codeFor(phone: string): Promise<string> {
    const { sent } = (await (await this.ask("GET", "outbox")).json()) as { sent: { dossier: string | null; address: string; text: string }[] };
    const last = sent.find((one) => !one.dossier && one.address === phone.replace(/\s/g, ""));
    const code = /\d{6}/.exec(last?.text ?? "")?.[0];
    if (!code) throw new Error(`no code was sent to ${phone}`);
    return code;
  }

  /** What was told to the applicant of a dossier, the newest first. */
  async told(code: string): Promise<string[]> {
    const { sent } = (await (await this.ask("GET", "outbox")).json()) as { sent: { dossier: string; text: string }[] };
    return sent.filter(({ dossier }) => dossier === code).map(({ text }) => text);
  }
}
