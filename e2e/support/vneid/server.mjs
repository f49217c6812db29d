// An OpenID provider that stands in for VNeID, to try the portal out and to test it. Nobody of the people here
// exists, and nothing is asked of them: whoever opens the page is whoever they choose.
//
//   node server.mjs [--port 0] [--client motcua] [--prefix /api] [--now 2026-11-24T09:00:00+07:00]
//
// With --now its clock begins at that moment, like that of a portal with the same flag.
// Prints one line of JSON when it listens: {"issuer": "http://127.0.0.1:40001", "client_id": "motcua"}
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import Provider from "oidc-provider";

const { values: flags } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    client: { type: "string", default: "motcua" },
    prefix: { type: "string", default: "/api" },
    now: { type: "string" },
  },
});
if (flags.now) {
  const { now } = Date;
  const ahead = Date.parse(flags.now) - now();
  Date.now = () => now() + ahead;
}

const PEOPLE = [
  { id: "001099000001", name: "NGUYỄN VĂN MẪU" },
  { id: "001199000002", name: "TRẦN THỊ MẪU" },
  { id: "001192000003", name: "MẪU" },
  { id: "066192000004", name: "H'MẪU NIÊ" },
];
const LEVELS = ["1", "2"];

// The port is needed for the issuer, so it is taken first.
const server = createServer();
await new Promise((ready, failed) => server.once("error", failed).listen(Number(flags.port), "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: flags.client,
      client_name: "Cổng dịch vụ công mẫu",
      // On any port of this computer (RFC 8252, 7.3).
      application_type: "native",
      redirect_uris: [`http://127.0.0.1${flags.prefix}/session/oidc/callback`, `http://localhost${flags.prefix}/session/oidc/callback`],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code"],
      response_types: ["code"],
    },
  ],
  acrValues: LEVELS.map((level) => `vneid:${level}`),
  scopes: ["openid", "profile"],
  claims: { openid: ["sub", "acr"], profile: ["name", "personal_id", "phone_number", "email"] },
  // All of it in the ID token: the portal asks for nothing else.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  pkce: { required: () => true },
  cookies: { keys: ["only to try out"] },
  ttl: { Session: 3600, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount(_, id) {
    const person = PEOPLE.find((person) => person.id === id);
    // A person has one account, whatever its level: the level is said by the sign-in.
    return (
      person && {
        accountId: id,
        claims: () => ({
          sub: `mau-${id}`,
          name: person.name,
          personal_id: id,
          phone_number: "0912345678",
          email: "mau@vidu.vn",
        }),
      }
    );
  },
  renderError(ctx, out) {
    ctx.type = "html";
    ctx.body = page("Không đăng nhập được", `<p>${escape(out.error_description ?? out.error)}</p>`);
  },
});

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function page(title, body) {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – trang giả lập để thử</title>
<style>
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 36rem; padding: 1.5rem; }
.stand-in { border: 0.25rem solid; padding: 0.75rem 1rem; font-weight: 700; }
fieldset { border: 0; margin: 1.5rem 0; padding: 0; }
legend { font-weight: 700; padding: 0; }
label { align-items: center; display: flex; gap: 0.75rem; min-height: 2.75rem; }
:focus-visible { outline: 0.1875rem solid; outline-offset: 0.125rem; }
input { block-size: 1.5rem; inline-size: 1.5rem; flex: none; }
button { font: inherit; min-height: 2.75rem; padding: 0.5rem 1.5rem; }
a { display: inline-block; min-height: 2.75rem; padding: 0.5rem 0; }
</style>
</head>
<body>
<p class="stand-in">Đây là trang giả lập để thử, không phải VNeID.</p>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>`;
}

const cancel = (uid) => `<p><a href="/interaction/${uid}/cancel">Thôi, không đăng nhập</a></p>`;

function choice(uid) {
  const people = PEOPLE.flatMap((person) =>
    [...LEVELS].reverse().map((level) => {
      const words = `${person.name}, số định danh ${person.id}, tài khoản mức ${level}`;
      return `<label><input type="radio" name="who" value="${person.id} ${level}" required> <span>${escape(words)}</span></label>`;
    }),
  );
  return page(
    "Chọn người để đăng nhập",
    `<p>Những người này không có thật. Không cần mật khẩu.</p>
<form method="post" action="/interaction/${uid}/login">
<fieldset><legend>Bạn là ai?</legend>${people.join("\n")}</fieldset>
<button>Tiếp tục</button>
</form>
${cancel(uid)}`,
  );
}

function consent(uid, person) {
  return page(
    "Xác nhận chia sẻ",
    `<p>Cổng dịch vụ công mẫu muốn biết về ${escape(person.name)}:</p>
<ul><li>họ tên</li><li>số định danh cá nhân</li><li>số điện thoại và thư điện tử</li><li>mức tài khoản</li></ul>
<form method="post" action="/interaction/${uid}/consent"><button>Đồng ý chia sẻ</button></form>
${cancel(uid)}`,
  );
}

async function form(request) {
  let text = "";
  for await (const part of request) {
    text += part;
    if (text.length > 10_000) throw new Error("too large");
  }
  return new URLSearchParams(text);
}

async function interaction(request, response, uid, step) {
  const details = await provider.interactionDetails(request, response);
  if (details.uid !== uid) throw new Error("another interaction");
  const finish = (result, merge) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: merge });
  if (step === "cancel") {
    return finish({ error: "access_denied", error_description: "Người dùng không đăng nhập" }, false);
  }
  if (request.method === "POST" && step === "login" && details.prompt.name === "login") {
    const [id, level] = ((await form(request)).get("who") ?? "").split(" ");
    if (!PEOPLE.some((person) => person.id === id) || !LEVELS.includes(level)) return send(response, choice(uid));
    // The next who signs in here may be somebody else.
    return finish({ login: { accountId: id, acr: `vneid:${level}`, remember: false } }, false);
  }
  if (request.method === "POST" && step === "consent" && details.prompt.name === "consent") {
    const grant = details.grantId
      ? await provider.Grant.find(details.grantId)
      : new provider.Grant({ accountId: details.session.accountId, clientId: details.params.client_id });
    const { missingOIDCScope, missingOIDCClaims } = details.prompt.details;
    if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(" "));
    if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims);
    return finish({ consent: { grantId: await grant.save() } }, true);
  }
  if (details.prompt.name === "login") return send(response, choice(uid));
  const person = PEOPLE.find((person) => person.id === details.session.accountId);
  return send(response, consent(uid, person));
}

function send(response, html, status = 200) {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(html);
}

/** The browser has another clock, by which a cookie may have expired: it keeps them until it is closed. */
function withoutExpiry(response) {
  const setHeader = response.setHeader.bind(response);
  const lasting = (cookie) => cookie.replace(/; expires=[^;]*/i, "");
  response.setHeader = (name, value) => setHeader(name, name.toLowerCase() === "set-cookie" ? [value].flat().map(lasting) : value);
}

const handle = provider.callback();
server.on("request", (request, response) => {
  if (flags.now) withoutExpiry(response);
  const [, uid, step = ""] = /^\/interaction\/([\w-]+)(?:\/(login|consent|cancel))?$/.exec(request.url) ?? [];
  if (!uid) return handle(request, response);
  interaction(request, response, uid, step).catch(() => {
    const words = "<p>Lần đăng nhập này đã hết hạn. Hãy quay lại cổng dịch vụ công và bắt đầu lại.</p>";
    send(response, page("Không đăng nhập được", words), 400);
  });
});

console.log(JSON.stringify({ issuer, client_id: flags.client }));
