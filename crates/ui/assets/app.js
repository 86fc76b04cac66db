// What pages do beyond HTML. Everything works without this file; nothing in it knows a particular page.
// Listeners sit on the document, so that parts swapped in later behave like parts that came with the page.
(() => {
  'use strict';

  const words = document.body.dataset;
  const isTyping = (target) => target.closest('input, textarea, select, [contenteditable="true"]') !== null;

  // Keys: `/` search, `g` and a letter to go, `?` shows them.
  const GO_WINDOW_MS = 1500;
  let goPressedAt = 0;

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') {
      document.querySelectorAll('details[data-popover][open]').forEach((open) => open.removeAttribute('open'));
      if (event.target.id === 'site-search') event.target.blur();
      return;
    }
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '/') {
      const search = document.getElementById('site-search');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (event.key === '?') {
      document.getElementById('keys')?.showModal();
    } else if (event.key === 'g') {
      goPressedAt = event.timeStamp;
    } else if (/^[a-z]$/.test(event.key) && event.timeStamp - goPressedAt < GO_WINDOW_MS) {
      goPressedAt = 0;
      document.querySelector(`[data-go="${event.key}"]`)?.click();
    }
  });

  // Dialogs close on a click beside them, sheets on a click elsewhere.
  document.addEventListener('click', (event) => {
    if (event.target instanceof HTMLDialogElement) event.target.close();
    document.querySelectorAll('details[data-popover][open]').forEach((open) => {
      if (!open.contains(event.target)) open.removeAttribute('open');
    });
    const tool = event.target.closest('[data-tick]');
    if (tool) tickAll(tool.closest('[data-tick-tree]'), tool.dataset.tick === 'all');
    const discard = event.target.closest('[data-draft-discard]');
    if (discard) discardDraft(discard);
    // What is done instead of sending asks no leave: the text is kept as a draft.
    if (event.target.closest('[data-draft-instead]')) document.querySelectorAll('form[data-dirty]').forEach(setAside);
  });

  // Trees to tick: a tick goes down, its meaning goes up.
  const boxOf = (item) => item.querySelector(':scope > .tree-line input');
  const itemsBelow = (item) => [...item.querySelectorAll(':scope > details > ul > li')];
  const canTick = (box) => !box.disabled;

  function tickAll(tree, ticked) {
    for (const box of tree.querySelectorAll('input[type="checkbox"]')) {
      if (canTick(box)) box.checked = ticked;
    }
    showTree(tree);
    tree.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // Returns [ticked, all] over the leaves, and shows groups as ticked, empty or in between.
  function showItem(item) {
    const box = boxOf(item);
    const below = itemsBelow(item);
    if (below.length === 0) return [box.checked ? 1 : 0, 1];
    const [ticked, all] = below.map(showItem).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    if (box.hasAttribute('data-group')) box.checked = ticked === all;
    box.indeterminate = ticked > 0 && ticked < all;
    return [ticked, all];
  }

  function showTree(tree) {
    const top = [...tree.querySelectorAll(':scope > .tree > ul > li')];
    const [ticked, all] = top.map(showItem).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    const sum = tree.querySelector('.tick-sum');
    sum.textContent = sum.dataset.template.replace('{ticked}', ticked).replace('{all}', all);
  }

  document.addEventListener('change', (event) => {
    const tree = event.target.closest('[data-tick-tree]');
    if (!tree || event.target.type !== 'checkbox') return;
    const below = event.target.closest('li').querySelectorAll('input[type="checkbox"]');
    for (const box of below) {
      if (canTick(box)) box.checked = event.target.checked;
    }
    showTree(tree);
  });

  // Character counters.
  function showCount(line) {
    const control = document.getElementById(line.dataset.countFor);
    if (!control) return;
    const left = Number(line.dataset.limit) - [...control.value].length;
    line.toggleAttribute('data-is-over', left < 0);
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace('{count}', Math.abs(left));
  }

  // Drafts stay on this device until the form has been sent. Passwords, files and hidden fields are never kept.
  const DRAFT_PREFIX = 'luodi-draft:';
  const DRAFT_DAYS_MAX = 30;
  const draftKey = (form) => DRAFT_PREFIX + (form.dataset.draft ?? form.dataset.draftEnds);
  const isKept = (control) => control.name && !control.disabled && !['password', 'file', 'hidden', 'submit'].includes(control.type);

  function readDraft(form) {
    const kept = [];
    for (const control of form.elements) {
      if (!isKept(control)) continue;
      const isBox = control.type === 'checkbox' || control.type === 'radio';
      if (isBox) kept.push([control.name, control.value, control.checked]);
      else kept.push([control.name, control.value]);
    }
    return kept;
  }

  function saveDraft(form) {
    try {
      localStorage.setItem(draftKey(form), JSON.stringify({ at: Date.now(), fields: readDraft(form) }));
    } catch {
      // Full or forbidden storage: the form still works, it is only not kept.
    }
  }

  function setAside(form) {
    clearTimeout(saveTimer);
    saveDraft(form);
    delete form.dataset.dirty;
  }

  function loadDraft(form) {
    try {
      const draft = JSON.parse(localStorage.getItem(draftKey(form)));
      return draft && Date.now() - draft.at < DRAFT_DAYS_MAX * 86_400_000 ? draft : null;
    } catch {
      return null;
    }
  }

  function forgetDraft(form) {
    try {
      localStorage.removeItem(draftKey(form));
    } catch {
      // See saveDraft.
    }
  }

  function restoreDraft(form) {
    const draft = loadDraft(form);
    // A form that comes back with problems already holds what was typed.
    if (!draft || form.querySelector('.problem-summary')) return;
    if (JSON.stringify(draft.fields) === JSON.stringify(readDraft(form))) return;
    for (const [name, value, checked] of draft.fields) {
      for (const control of form.elements) {
        if (control.name !== name || !isKept(control)) continue;
        if (checked === undefined) control.value = value;
        else if (control.value === value) control.checked = checked;
      }
    }
    form.dataset.dirty = '';
    const note = document.createElement('p');
    note.className = 'draft-note';
    note.setAttribute('role', 'status');
    const text = document.createElement('span');
    text.textContent = words.wordDraftRestored;
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'button-link';
    discard.dataset.draftDiscard = '';
    discard.textContent = words.wordDraftDiscard;
    note.append(text, discard);
    form.prepend(note);
  }

  function discardDraft(button) {
    const form = button.closest('form');
    forgetDraft(form);
    form.reset();
    delete form.dataset.dirty;
    button.closest('.draft-note').remove();
    prepare(form);
  }

  const SAVE_AFTER_MS = 400;
  let saveTimer = 0;

  document.addEventListener('input', (event) => {
    const line = event.target.id && document.querySelector(`[data-count-for="${CSS.escape(event.target.id)}"]`);
    if (line) showCount(line);
    const form = event.target.closest('form[data-draft]');
    if (!form) return;
    form.dataset.dirty = '';
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => {
      if (form.isConnected && 'dirty' in form.dataset) saveDraft(form);
    }, SAVE_AFTER_MS);
  });

  // Sending: once, and the draft has done its work. The server recognises a repeated act anyway.
  const SEND_AGAIN_MS = 8000;

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if ('sending' in form.dataset) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sending = '';
    clearTimeout(saveTimer);
    if ('draft' in form.dataset || 'draftEnds' in form.dataset) sessionStorageSafe((s) => s.setItem('luodi-sent', draftKey(form)));
    delete form.dataset.dirty;
    const buttons = [...form.querySelectorAll('button[type="submit"]')];
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
    setTimeout(() => release(form), SEND_AGAIN_MS);
  }, true);

  function release(form) {
    delete form.dataset.sending;
    form.querySelectorAll('button[aria-disabled]').forEach((button) => button.removeAttribute('aria-disabled'));
  }

  function sessionStorageSafe(use) {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  }

  // The draft is forgotten when the page that follows is not the same form again.
  function settleSentDraft() {
    const sent = sessionStorageSafe((s) => s.getItem('luodi-sent'));
    if (!sent) return;
    const again = [...document.querySelectorAll('form[data-draft], form[data-draft-ends]')].some((form) => draftKey(form) === sent && form.querySelector('.problem-summary'));
    const failed = document.querySelector('.whole-page .operation');
    if (!again && !failed) {
      try {
        localStorage.removeItem(sent);
      } catch {
        // See saveDraft.
      }
    }
    sessionStorageSafe((s) => s.removeItem('luodi-sent'));
  }

  window.addEventListener('beforeunload', (event) => {
    if (document.querySelector('form[data-draft][data-dirty]')) {
      // Browsers show their own sentence.
      event.preventDefault();
    }
  });

  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sending]').forEach(release);
  });

  // Parts that need a word from us when they come onto the page.
  function prepare(root) {
    root.querySelectorAll('[data-needs-script]').forEach((tool) => tool.removeAttribute('hidden'));
    root.querySelectorAll('[data-tick-tree] input[data-group]').forEach((box) => box.removeAttribute('disabled'));
    root.querySelectorAll('[data-tick-tree]').forEach(showTree);
    root.querySelectorAll('[data-count-for]').forEach(showCount);
    root.querySelectorAll('.tabs [aria-current]').forEach(showTab);
  }

  // A row of views that is wider than the window shows the one that is open.
  function showTab(tab) {
    const row = tab.closest('ul');
    const [inner, outer] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }

  function arrive(root) {
    prepare(root);
    root.querySelectorAll('form[data-draft]').forEach((form) => {
      restoreDraft(form);
      prepare(form);
    });
    root.querySelector('[data-focus]')?.focus();
  }

  // htmx: the token that guards posts, and parts that arrive later.
  document.addEventListener('htmx:config:request', (event) => {
    const token = document.querySelector('meta[name="csrf"]')?.content;
    if (token) event.detail.ctx.request.headers['X-CSRF-Token'] = token;
  });
  document.addEventListener('htmx:after:swap', () => {
    document.querySelectorAll('form[data-sending]').forEach(release);
    settleSentDraft();
    arrive(document.getElementById('main') ?? document.body);
  });

  settleSentDraft();
  arrive(document.body);
})();

// Buttons that put text at the cursor of a field. Without script they send their form, and the server appends it.
(() => {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-insert]');
    const field = button && document.getElementById(button.dataset.insertInto);
    if (!field) return;
    event.preventDefault();
    const before = field.value.slice(0, field.selectionStart);
    const own = 'insertLine' in button.dataset;
    const text = (own && before && !before.endsWith('\n') ? '\n\n' : '') + button.dataset.insert + (own ? '\n' : '');
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
})();
