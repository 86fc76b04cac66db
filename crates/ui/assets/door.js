// The list at the door: finding a row while one types and by a code before the camera, with and without network.
(() => {
  'use strict';

  const tools = document.querySelector('[data-door-scan]');
  if (!tools) return;

  const words = tools.dataset;
  const said = tools.querySelector('[data-door-said]');
  const start = tools.querySelector('[data-door-start]');
  const stop = tools.querySelector('[data-door-stop]');
  const video = tools.querySelector('video');
  const marks = () => [...document.querySelectorAll('[data-door-code]')];
  const LOOK_EVERY_MS = 150;

  // Without network, the page needs its own scripts too.
  const OWN = 'luodi-door';
  async function keepScripts() {
    const wanted = [words.script, words.decoder, '/assets/qr/index.js'];
    const cache = await caches.open(OWN);
    for (const kept of await cache.keys()) {
      if (!wanted.includes(new URL(kept.url).pathname)) await cache.delete(kept);
    }
    for (const url of wanted) {
      if (!(await cache.match(url))) await cache.add(url);
    }
  }
  if (window.caches && navigator.onLine) keepScripts().catch(() => {});

  // As typed: rows whose names hold the words, or whose code it is.
  const CODE = /^[0-9a-z]{10}$/i;
  async function markOf(code) {
    const bytes = new TextEncoder().encode(`door:${code.toUpperCase()}`);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...hash.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  const search = document.getElementById('q');
  search?.addEventListener('input', async () => {
    const typed = search.value.trim();
    const wanted = CODE.test(typed) ? await markOf(typed) : null;
    for (const mark of marks()) {
      const fits = typed === '' || mark.textContent.includes(typed) || mark.dataset.doorCode === wanted;
      mark.closest('tr').hidden = !fits;
    }
  });

  // What was sent is what the list knows now.
  document.addEventListener('outbox:sent', ({ target }) => {
    if (target.elements?.seen) target.elements.seen.value = target.elements.served.value;
  });

  // A code, or the address of a booking's page, which ends with it.
  async function find(text) {
    const code = text.trim().split('/').pop().replace(/[^0-9a-z]/gi, '');
    const wanted = await markOf(code);
    const mark = marks().find((one) => one.dataset.doorCode === wanted);
    document.querySelectorAll('[data-door-found]').forEach((row) => row.removeAttribute('data-door-found'));
    if (!mark) {
      said.textContent = words.wordUnknown;
      return;
    }
    const row = mark.closest('tr');
    row.hidden = false;
    row.dataset.doorFound = '';
    row.scrollIntoView({ block: 'center' });
    said.textContent = words.wordFound.replace('{names}', mark.textContent);
    row.querySelector('form button[type="submit"]')?.focus({ preventScroll: true });
  }

  async function detector() {
    const formats = await window.BarcodeDetector?.getSupportedFormats();
    const Detector = formats?.includes('qr_code') ? window.BarcodeDetector : (await import(words.decoder)).BarcodeDetector;
    return new Detector({ formats: ['qr_code'] });
  }

  let stream = null;
  function close() {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    stop.hidden = true;
    start.hidden = false;
  }

  async function look() {
    said.textContent = '';
    try {
      const reads = await detector();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      stop.hidden = false;
      start.hidden = true;
      await video.play();
      while (stream) {
        const [seen] = video.videoWidth ? await reads.detect(video) : [];
        if (seen) {
          close();
          await find(seen.rawValue);
          return;
        }
        await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
      }
    } catch {
      close();
      said.textContent = words.wordNoCamera;
    }
  }

  start.addEventListener('click', look);
  stop.addEventListener('click', close);
  window.addEventListener('pagehide', close);
  tools.hidden = !(navigator.mediaDevices?.getUserMedia && window.crypto?.subtle);
})();
