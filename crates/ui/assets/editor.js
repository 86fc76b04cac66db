// The editor of a draft: marks by button and key, saving by key, a picture only after what was typed is saved. Without script
// the same buttons send the form, and the server puts their marks at the end of the text.
(() => {
  const field = () => document.getElementById('body');

  function changed(control) {
    control.focus();
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // A mark at the begin of every line that is selected; pressed again it goes, another mark takes its place.
  function markLines(control, mark) {
    const { value, selectionStart, selectionEnd } = control;
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const found = value.indexOf('\n', selectionEnd);
    const to = found < 0 ? value.length : found;
    const lines = value.slice(from, to).split('\n');
    const had = lines.every((line) => line.startsWith(mark));
    const bare = (line) => line.replace(/^(#{1,4} |[-*] |\d{1,3}\. )/, '');
    const marked = lines.map((line, at) => {
      if (had) return bare(line);
      return (mark === '1. ' ? `${at + 1}. ` : mark) + bare(line);
    });
    control.setRangeText(marked.join('\n'), from, to, 'end');
    changed(control);
  }

  function markAround(control, mark) {
    const { value, selectionStart: from, selectionEnd: to } = control;
    const inside = value.slice(from, to);
    const had = value.slice(from - mark.length, from) === mark && value.slice(to, to + mark.length) === mark;
    if (had) control.setRangeText(inside, from - mark.length, to + mark.length, 'select');
    else {
      control.setRangeText(mark + inside + mark, from, to, 'end');
      if (!inside) control.setSelectionRange(from + mark.length, from + mark.length);
    }
    changed(control);
  }

  function use(button, control) {
    if (button.dataset.markLine) markLines(control, button.dataset.markLine);
    else if (button.dataset.markAround) markAround(control, button.dataset.markAround);
    else button.click();
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-mark-line], [data-mark-around]');
    const control = field();
    if (!button || !control) return;
    event.preventDefault();
    use(button, control);
  });

  document.addEventListener('keydown', (event) => {
    const form = event.target.closest?.('form#draft');
    const control = field();
    if (!form || !control || event.isComposing) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === 's') {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.target !== control) return;
    const wanted = isCommand && key === 'b' ? 'b' : event.altKey && /^Digit[1-9]$/.test(event.code) ? event.code.slice(5) : '';
    const button = wanted && document.querySelector(`.editor-tools [data-key="${wanted}"]`);
    if (!button) return;
    event.preventDefault();
    use(button, control);
  });

  // What was typed on an older version of the draft and never reached the server is still on this device: it is shown beside
  // what holds now, to be compared and taken over by hand.
  const OLDER = 'luodi-draft:';

  function showOlder(place) {
    const control = field();
    const form = control?.form;
    if (!form) return;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(OLDER + place.dataset.olderDrafts));
    for (const key of keys) {
      if (key === OLDER + form.dataset.draft) continue;
      const fields = JSON.parse(localStorage.getItem(key))?.fields ?? [];
      const body = fields.find(([name]) => name === 'body')?.[1] ?? '';
      if (!body.trim() || body === control.value) {
        localStorage.removeItem(key);
        continue;
      }
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      const text = document.createElement('pre');
      const discard = document.createElement('button');
      summary.textContent = place.dataset.word;
      text.className = 'sheet-theirs';
      text.textContent = body;
      discard.type = 'button';
      discard.className = 'button button-quiet';
      discard.textContent = place.dataset.discard;
      discard.addEventListener('click', () => {
        localStorage.removeItem(key);
        details.remove();
      });
      details.append(summary, text, discard);
      place.append(details);
    }
  }

  try {
    document.querySelectorAll('[data-older-drafts]').forEach(showOlder);
  } catch {
    // Forbidden storage: nothing was kept there either.
  }
})();
