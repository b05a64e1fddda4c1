// The site without a network: docs/decisions/0007. What stands in braces is filled in when the site
// is built.
const VERSION = "{{version}}";
const FILES = {{files}};

const root = new URL("./", location.href);
const here = (path) => new URL(path, root).href;
const studio = here("open.html");
const files = new Set(FILES.map(here));

// Sites under other paths of the same origin have caches of their own.
const named = (name) => `dateline ${root.pathname} ${name}`;
const OWN = named(VERSION);
const VISITED = named("visited");
const SHARED = named("shared");

// How long a page that was read before waits for a newer one, in milliseconds.
const PATIENCE = 4000;

const isHashed = (url) => /-[0-9a-f]{12}\.\w+$/.test(url);

addEventListener("install", (event) => event.waitUntil(install(event)));
addEventListener("activate", (event) => event.waitUntil(activate()));
// Nobody is torn out of their work: the page asks when its reader does.
addEventListener("message", ({ data }) => {
  if (data === "use") skipWaiting();
});

async function install(event) {
  const cache = await caches.open(OWN);
  const keep = async (url) => {
    // The same name is the same content.
    const known = isHashed(url) && (await caches.match(url));
    const answer = known || (await fetch(url, { cache: isHashed(url) ? "default" : "no-cache" }));
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    await cache.put(url, plain(answer));
  };
  await Promise.all([...files].map(keep));
  // The example on the start screen.
  await newest(root.href, root.href, event);
}

// Browsers show no page that a host has sent elsewhere.
function plain(answer) {
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

async function activate() {
  const beside = [OWN, VISITED, SHARED];
  const ours = (await caches.keys()).filter((name) => name.startsWith(named("")));
  const older = ours.filter((name) => !beside.includes(name));
  // The version before stays: other tabs still run it, and may yet ask for its analyst.
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const page = (origin + pathname).replace(/\/index\.html$/, "/");
  if (!page.startsWith(root.href)) return;
  if (request.method === "POST" && page === studio) event.respondWith(receive(request));
  else if (request.method !== "GET") return;
  else if (page.startsWith(here("shared/"))) event.respondWith(handOver(page));
  else if (files.has(page)) event.respondWith(own(page, request));
  else if (request.mode === "navigate" || page.endsWith("/")) event.respondWith(newest(page, request, event));
  else if (isHashed(page)) event.respondWith(once(page, request, event));
});

// A file of this version; what the address says behind the question mark is the page's business.
async function own(page, request) {
  const cache = await caches.open(OWN);
  return (await cache.match(page)) ?? fetch(request);
}

// A page with an article: the newest there is, for articles are corrected; without a network the
// one that was read last.
async function newest(page, request, event) {
  const cache = await caches.open(VISITED);
  const before = await cache.match(page);
  const asked = fetch(request);
  event.waitUntil(asked.then((answer) => answer.redirected || remember(page, answer), () => {}));
  if (!before) return asked.catch(missing);
  const late = new Promise((done) => setTimeout(done, PATIENCE, before));
  return Promise.race([asked.catch(() => before), late]);
}

function missing() {
  const words = `<!doctype html><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>No network</title>
<h1>No network</h1><p>This page has not been read here before.
<a href="${studio}">Articles kept in this browser</a></p>`;
  return new Response(words, { status: 503, headers: { "Content-Type": "text/html" } });
}

// A file of another version: its name says that it never changes.
async function once(page, request, event) {
  const known = await caches.match(page);
  if (known) return known;
  const answer = await fetch(request);
  event.waitUntil(remember(page, answer));
  return answer;
}

// Kept if there is room for it; the page does not wait to know.
async function remember(page, answer) {
  if (!answer.ok) return;
  const copy = answer.clone();
  try {
    await (await caches.open(VISITED)).put(page, copy);
  } catch {
    // No room, or no leave to keep anything: the answer itself is as good.
  }
}

// What the system's "Share to" sends stays on this device, until the page has taken it.
async function receive(request) {
  const form = await request.formData();
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  const given = form.getAll("files").filter((file) => file.size > 0);
  const words = ["title", "text", "url"].map((name) => form.get(name)).filter(Boolean);
  if (given.length === 0) given.push(new File([words.join("\n\n")], "shared.txt"));
  // What there is no room for is missing, and the page says so.
  await Promise.allSettled(
    given.map((file, n) => {
      const headers = { "X-Name": encodeURIComponent(file.name) };
      return cache.put(here(`shared/${n}`), new Response(file, { headers }));
    }),
  );
  return Response.redirect(`${studio}?shared`, 303);
}

async function handOver(page) {
  const cache = await caches.open(SHARED);
  const answer = await cache.match(page);
  await cache.delete(page);
  return answer ?? new Response("", { status: 404 });
}
