// The worker: pages marked for it open without network, and forms marked for it are never lost on the way.
// The server puts VERSION and SHELL before this text and brings outbox.js in.
'use strict';

const SHELL_CACHE = `luodi-shell-${VERSION}`;
const PAGES = 'luodi-pages';
const OUTBOX = '/outbox';
// Says for whom the pages are kept. Nobody else may see them.
const KEPT_FOR = '/outbox?kept-for';
const FRESH_MS = 3_600_000;
// With a kept page at hand nobody waits longer for a network that is hardly there.
const PATIENCE_MS = 5_000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL_CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('luodi-shell-') && name !== SHELL_CACHE) await caches.delete(name);
    }
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  })());
});

self.addEventListener('sync', (event) => event.waitUntil(self.outbox.flush()));

self.addEventListener('message', (event) => {
  const { keep: paths, writer, lang } = event.data;
  if (paths) event.waitUntil(keepAll(paths, writer, `${lang} ${VERSION}`));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'GET' && url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode !== 'navigate') return;
  else if (request.method === 'GET') event.respondWith(page(event, url));
  // Whatever a foreign page sends goes its own way, so that the server sees where it comes from.
  else if (!request.referrer.startsWith(`${self.location.origin}/`)) return;
  else if (url.pathname === '/log-out') event.respondWith(caches.delete(PAGES).then(() => fetch(request)));
  else if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) event.respondWith(posted(event, url));
});

async function asset(request) {
  const kept = await caches.match(request.url, { cacheName: SHELL_CACHE });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    // A page kept from before an update asks for the file by its old name.
    const stem = (url) => new URL(url, self.location.origin).pathname.replace(/\.[0-9a-f]{12}\./, '.');
    const now = SHELL.find((url) => stem(url) === stem(request.url));
    const same = now && (await caches.match(now, { cacheName: SHELL_CACHE }));
    // Some pages keep scripts of their own at hand.
    const other = same ?? (await caches.match(request.url));
    if (other) return other;
    throw error;
  }
}

const isOurs = (response) => response.type === 'opaqueredirect' || response.headers.has('x-operation-id');

async function page(event, url) {
  const kept = await keptPage(url.pathname);
  try {
    const loading = Promise.resolve(event.preloadResponse).then((response) => response ?? fetch(event.request));
    const response = await (kept ? Promise.race([loading, failAfter(PATIENCE_MS)]) : loading);
    if (kept && !isOurs(response)) return kept;
    if (!url.search && keptSeconds(response)) event.waitUntil(keep(url.pathname, response.clone()));
    return response;
  } catch (error) {
    const instead = kept ?? (await keptPage(OUTBOX));
    if (instead) return instead;
    throw error;
  }
}

const failAfter = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), ms));

// A page says whether it may be kept, and for how long.
const keptSeconds = (response) => (response.status === 200 ? Number(response.headers.get('x-offline-seconds')) : 0);

async function keep(path, response, edition = '') {
  const seconds = keptSeconds(response);
  if (!seconds) return;
  const now = Date.now();
  const headers = {
    'content-type': response.headers.get('content-type'),
    'content-security-policy': response.headers.get('content-security-policy'),
    'x-kept-at': now,
    'x-kept-until': now + seconds * 1000,
    'x-edition': edition,
  };
  const cache = await caches.open(PAGES);
  await cache.put(path, new Response(await response.text(), { headers }));
}

// The page says since when it lies here: its script moves "today" along.
async function keptPage(path) {
  const kept = await caches.match(path, { cacheName: PAGES });
  if (!kept || Number(kept.headers.get('x-kept-until')) < Date.now()) return null;
  const html = (await kept.text()).replace('<body ', `<body data-kept-at="${kept.headers.get('x-kept-at')}" `);
  return new Response(html, { headers: kept.headers });
}

// Pages of somebody else go at once. Those in another language or of another version stay until there are newer ones.
async function keepAll(paths, writer, edition) {
  const before = await caches.match(KEPT_FOR, { cacheName: PAGES });
  if (before && (await before.text()) !== writer) await caches.delete(PAGES);
  const cache = await caches.open(PAGES);
  await cache.put(KEPT_FOR, new Response(writer));
  for (const path of paths) {
    const kept = await cache.match(path);
    const isFresh = kept && Date.now() < Number(kept.headers.get('x-kept-at')) + FRESH_MS;
    if (isFresh && kept.headers.get('x-edition') === edition) continue;
    try {
      await keep(path, await fetch(path, { redirect: 'error' }), edition);
    } catch {
      return; // The next page tries again.
    }
  }
}

async function posted(event, url) {
  const passed = event.request.clone();
  const item = self.outbox.read(url.pathname + url.search, await event.request.text());
  if (!item) return fetch(passed);
  const answer = await self.outbox.send(item);
  if (answer.state === 'sent') {
    await self.outbox.remove(item.id, 'sent');
    return Response.redirect(answer.href, 303);
  }
  if (answer.state === 'refused') {
    // Whoever corrects a form of the outbox may give up again: what they typed last stays there.
    if (await self.outbox.get(item.id)) await self.outbox.put({ ...item, state: 'refused', said: answer.said });
    const headers = new Headers(answer.response.headers);
    headers.delete('content-encoding');
    headers.delete('content-length');
    return new Response(answer.html, { status: answer.response.status, headers });
  }
  await self.outbox.put({ ...item, state: answer.state });
  if (answer.state === 'log-in') return Response.redirect(`/log-in?next=${OUTBOX}`, 303);
  await self.registration.sync?.register('outbox').catch(() => {});
  return Response.redirect(OUTBOX, 303);
}
