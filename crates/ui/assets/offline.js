// Pages and forms that work without network: the page's side of worker.js and outbox.js. Where there is no worker
// (an old browser, an address without TLS) every form is sent the ordinary way and nothing here is needed.
(() => {
  'use strict';

  const page = document.body.dataset;
  const writer = page.outboxWriter;
  const strip = document.querySelector('[data-outbox-strip]');
  if (!navigator.serviceWorker || !navigator.locks || !writer) return;

  const words = strip.dataset;
  const SEND_EVERY_MS = 20_000;
  const offlineForms = () => [...document.querySelectorAll('form[data-offline]')];

  // The very first page was there before the worker, which has not seen it go by.
  const unseen = !navigator.serviceWorker.controller && offlineForms().length ? [location.pathname] : [];
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {});
  navigator.serviceWorker.ready.then(({ active }) => {
    const keep = [...page.outboxPages.split(' '), ...unseen];
    active.postMessage({ keep, writer, lang: document.documentElement.lang });
  });

  // UUIDv7: milliseconds, then chance.
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const now = Date.now();
    for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (40 - 8 * at)) % 256;
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  // What the form is about, for the list: the field that it names.
  function labelOf(form) {
    const control = form.elements[form.dataset.offlineLabel];
    return (control?.selectedOptions?.[0]?.text ?? control?.value ?? '').trim();
  }

  const aboutOf = (form) => JSON.stringify({ writer, title: form.dataset.offline, label: labelOf(form), key: form.dataset.offlineKey ?? '', page: form.dataset.offlinePage });

  // A page that was kept is opened more than once: each time is another act, and its "today" may be past.
  function prepare(form) {
    if (form.querySelector('.problem-summary')) return;
    if (form.elements.entry) form.elements.entry.value = newId();
    const days = Math.floor((Date.now() + 28_800_000) / 86_400_000) - Math.floor((Number(page.keptAt ?? Date.now()) + 28_800_000) / 86_400_000);
    for (const control of form.querySelectorAll('[data-offline-today]')) {
      const day = new Date(`${control.defaultValue}T00:00Z`);
      if (days > 0 && !Number.isNaN(day.getTime())) control.value = control.defaultValue = new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    }
  }

  document.addEventListener('formdata', (event) => {
    if ('offline' in event.target.dataset && navigator.serviceWorker.controller) {
      event.formData.set('outbox', aboutOf(event.target));
    }
  });

  // Forms that stay on their page (one press for each row of a list): always by the outbox, shown beside them.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!('offlineStay' in form.dataset) || !navigator.serviceWorker.controller) return;
    event.preventDefault();
    if (form.dataset.outbox === 'waiting') return;
    const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
    const item = outbox.read(new URL(form.action).pathname, body);
    if (!item) return;
    show(form, item);
    outbox.put(item).then(flush);
  }, true);

  function show(form, { state, said = [] }) {
    form.dataset.outbox = state;
    const line = form.querySelector('[data-outbox-said]');
    if (line) line.textContent = state === 'refused' ? said.join(' ') : words[state === 'sent' ? 'wordSent' : 'wordWaiting'];
    if (state === 'sent' || state === 'refused') {
      form.dispatchEvent(new CustomEvent(`outbox:${state}`, { bubbles: true }));
      if (form.elements.entry) form.elements.entry.value = newId();
    }
  }

  async function showAll() {
    const every = await outbox.all();
    const items = every.filter((item) => item.writer === writer);
    const refused = items.filter((item) => item.state === 'refused').length;
    const waiting = items.length - refused;
    const asks = items.some((item) => item.state === 'log-in');
    const said = [];
    if (waiting) said.push((asks ? words.wordLogIn : words.wordStripWaiting).replace('{count}', waiting));
    if (refused) said.push(words.wordStripRefused.replace('{count}', refused));
    strip.hidden = !said.length;
    strip.querySelector('span').textContent = said.join(' ');
    const link = strip.querySelector('a');
    link.textContent = waiting && asks ? words.wordToLogIn : words.wordToOutbox;
    link.href = waiting && asks ? '/log-in?next=/outbox' : '/outbox';
    for (const form of offlineForms()) {
      const item = form.dataset.offlineKey && items.find((waits) => waits.key === form.dataset.offlineKey);
      if (item && 'offlineStay' in form.dataset) show(form, item);
    }
    showList(items, every.length - items.length);
  }

  function make(name, ...inside) {
    const element = document.createElement(name);
    element.append(...inside);
    return element;
  }

  // The page of the outbox.
  function showList(items, foreign) {
    const list = document.querySelector('[data-outbox-list]');
    if (!list) return;
    const template = document.getElementById('outbox-item');
    list.replaceChildren(...items.map((item) => {
      const row = template.content.cloneNode(true).firstElementChild;
      const put = (name, text) => { row.querySelector(`[data-put="${name}"]`).textContent = text; };
      put('title', [item.title, item.label].filter(Boolean).join(' · '));
      put('at', new Date(item.at).toLocaleString(document.documentElement.lang));
      row.querySelectorAll('[data-state]').forEach((mark) => { mark.hidden = mark.dataset.state !== item.state; });
      row.querySelector('[data-put="said"]').replaceChildren(...item.said.map((sentence) => make('li', sentence)));
      row.querySelector('[data-outbox-open]').href = `${item.page}#outbox=${item.id}`;
      row.querySelector('[data-outbox-discard]').dataset.outboxDiscard = item.id;
      return row;
    }));
    document.querySelectorAll('[data-outbox-if]').forEach((part) => {
      part.hidden = !{ empty: !items.length, waiting: items.some((item) => item.state !== 'refused'), foreign: foreign > 0 }[part.dataset.outboxIf];
    });
  }

  document.addEventListener('click', (event) => {
    const discard = event.target.closest('[data-outbox-discard]');
    if (discard && 'sure' in discard.dataset) outbox.remove(discard.dataset.outboxDiscard, 'discarded').then(showAll);
    else if (discard) {
      discard.dataset.sure = '';
      discard.textContent = discard.dataset.wordSure;
    }
    if (event.target.closest('[data-outbox-send]')) flush();
  });

  // A form of the outbox once more, with what was typed and what the server said of it.
  async function reopen() {
    const id = new URLSearchParams(location.hash.slice(1)).get('outbox');
    const item = id && (await outbox.get(id));
    const form = item && item.writer === writer && offlineForms().find((form) => !('offlineStay' in form.dataset) && new URL(form.action).pathname === item.action);
    if (!form) return;
    const typed = new Map();
    for (const [name, value] of new URLSearchParams(item.body)) typed.set(name, [...(typed.get(name) ?? []), value]);
    for (const control of form.elements) {
      if (!control.name || ['submit', 'button', 'file'].includes(control.type)) continue;
      const values = typed.get(control.name) ?? [];
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
      else control.value = values.shift() ?? '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (item.said.length) {
      const summary = make('div', make('p', words.wordRefusedHead), make('ul', ...item.said.map((sentence) => make('li', sentence))));
      summary.className = 'problem-summary';
      summary.role = 'alert';
      summary.tabIndex = -1;
      form.prepend(summary);
      summary.focus();
    }
  }

  async function flush() {
    // Shown at once: sending may take its time.
    await showAll();
    if (navigator.onLine === false) return;
    await outbox.flush(writer);
    await showAll();
  }

  outbox.news.addEventListener('message', ({ data }) => {
    offlineForms().filter((form) => 'offlineStay' in form.dataset && form.elements.entry?.value === data.id).forEach((form) => show(form, data));
    showAll();
  });
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') flush(); });
  setInterval(flush, SEND_EVERY_MS);

  offlineForms().forEach(prepare);
  if (page.keptAt) {
    document.querySelectorAll('[data-outbox-kept]').forEach((note) => {
      note.hidden = false;
      note.textContent = note.dataset.template.replace('{time}', new Date(Number(page.keptAt)).toLocaleString(document.documentElement.lang));
    });
    document.querySelectorAll('[data-outbox-elsewhere]').forEach((note) => { note.hidden = location.pathname === '/outbox'; });
  }
  // After app.js, which puts drafts back.
  document.addEventListener('DOMContentLoaded', () => {
    reopen().then(flush);
  });
})();
