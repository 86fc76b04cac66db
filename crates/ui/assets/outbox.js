// The outbox: forms that wait on this device until the server has taken them. Pages and the worker share it.
// A form has one id, the id of its act: sent twice it is done once, so sending again is always safe.
(() => {
  'use strict';

  const STORE = 'outbox';
  const SEND_MS_MAX = 15_000;
  const news = new BroadcastChannel('luodi-outbox');

  function open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open('luodi', 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  async function inStore(mode, use) {
    const db = await open();
    try {
      const tx = db.transaction(STORE, mode);
      const request = use(tx.objectStore(STORE));
      await new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onerror = tx.onabort = () => reject(tx.error);
      });
      return request.result;
    } finally {
      db.close();
    }
  }

  const all = async () => (await inStore('readonly', (store) => store.getAll())).sort((a, b) => a.at - b.at);
  const get = (id) => inStore('readonly', (store) => store.get(id));

  async function put(item) {
    await inStore('readwrite', (store) => store.put(item));
    news.postMessage({ id: item.id, state: item.state, said: item.said });
  }

  async function remove(id, state) {
    await inStore('readwrite', (store) => store.delete(id));
    news.postMessage({ id, state });
  }

  // What a form carries: `outbox` says who wrote it, on which page and what it is; it is not sent on.
  function read(action, body) {
    const fields = new URLSearchParams(body);
    const about = fields.get('outbox');
    const id = fields.get('entry');
    if (!about || !id) return null;
    fields.delete('outbox');
    return { ...JSON.parse(about), id, action, body: fields.toString(), at: Date.now(), state: 'waiting', said: [] };
  }

  const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  const plain = (html) => html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]).trim();

  // The sentences of a form that came back, or of a page that says what went wrong. A worker has no parser for HTML.
  function sentences(html) {
    const summary = html.split('class="problem-summary"')[1]?.split('</ul>')[0];
    if (summary) return [...summary.matchAll(/<li>(.*?)<\/li>/gs)].map((found) => plain(found[1]));
    const main = html.split('<main')[1]?.split('</main>')[0] ?? '';
    return [...main.matchAll(/<(h1|p)\b[^>]*>(.*?)<\/\1>/gs)].slice(0, 3).map((found) => plain(found[2])).filter(Boolean);
  }

  // What came of sending: `sent` (and where it is now), `refused` (and why), `log-in`, or `waiting` for another try.
  async function send(item) {
    try {
      const response = await fetch(item.action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Outbox': item.writer },
        body: item.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(SEND_MS_MAX),
      });
      // What is not our server's answer (a hotel's log-in page, a proxy's error) is no network.
      if (!response.headers.has('x-operation-id')) return { state: 'waiting' };
      const html = await response.text();
      if (response.status === 204) return { state: 'sent', href: response.headers.get('location') };
      if (response.status === 401) return { state: 'log-in' };
      if (response.status === 429 || response.status >= 500) return { state: 'waiting' };
      return { state: 'refused', said: sentences(html), html, response };
    } catch {
      return { state: 'waiting' };
    }
  }

  async function settle(item, answer) {
    const now = await get(item.id);
    // Discarded or written anew while it was under way.
    if (!now || now.at !== item.at) return;
    if (answer.state === 'sent') await remove(item.id, 'sent');
    else if (answer.state !== now.state || answer.state === 'refused') await put({ ...now, state: answer.state, said: answer.said ?? [] });
  }

  // Sends what waits, oldest first, by one page or worker at a time. `writer`: only theirs.
  function flush(writer) {
    return navigator.locks.request('luodi-outbox', { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      for (const item of await all()) {
        if (item.state === 'refused' || (writer && item.writer !== writer)) continue;
        const answer = await send(item);
        await settle(item, answer);
        if (answer.state === 'waiting') return;
      }
    });
  }

  self.outbox = { all, get, put, remove, read, send, flush, news };
})();
