// Throughline - what script adds. Every page works without it: it only shortens the path.
// Elements say what they want with data attributes; nothing here knows a page.
(() => {
  'use strict';
  const all = (from, what) => [...from.querySelectorAll(what)];
  const isSeen = e => e.getClientRects().length > 0;

  // ---------- Keys: can be turned off with button[data-keys], remembered on this device ----------
  let isOn = true;
  try { isOn = localStorage.getItem('keys') !== 'off'; } catch { /* no storage: the keys stay on */ }
  const showKeys = () => all(document, 'button[data-keys]').forEach(b => b.setAttribute('aria-pressed', isOn));
  document.addEventListener('click', e => {
    if (!e.target.closest('button[data-keys]')) return;
    isOn = !isOn;
    try { localStorage.setItem('keys', isOn ? 'on' : 'off'); } catch { /* for this page only */ }
    showKeys();
  });

  const focus = e => {
    if (!e) return false;
    e.focus();
    e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  };
  const follow = selector => {
    const link = all(document, selector).find(isSeen) ?? document.querySelector(selector);
    if (link) link.click();
    return !!link;
  };

  document.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.ctrlKey && e.target.matches('textarea[data-live]')) {
      e.preventDefault();
      e.target.form.requestSubmit();
      return;
    }
    if (!isOn || e.ctrlKey || e.metaKey || e.isComposing) return;
    const done = e.altKey && e.shiftKey ? place(e.code)
      : e.altKey || e.shiftKey || e.target.closest('input, select, textarea, [contenteditable]') ? false
      : e.target.closest('[data-map]') ? map(e.target.closest('[data-map]'), e.target, e.key)
      : e.target.closest('table.grid') ? grid(e.target, e.key)
      : false;
    if (done) e.preventDefault();
  });

  // Alt+Shift and a key, by where the key lies: with Alt held, what it writes differs from machine to machine.
  function place(code) {
    if (/^Digit[1-5]$/.test(code)) return follow(`[data-place="${code.slice(5)}"]`);
    if (code === 'KeyF') return follow('[data-key="search"]');
    if (code === 'KeyK') return follow('[data-key="help"]');
    if (code !== 'KeyN') return false;
    const findings = all(document, '[data-finding]');
    const next = findings.find(f => document.activeElement.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING
      && !f.contains(document.activeElement)) ?? findings[0];
    return focus(next && (next.querySelector('a[href], button') ?? next));
  }

  // Grid: from link to link, cell by cell.
  function grid(from, key) {
    const cell = from.closest('td, th');
    if (!cell) return false;
    const link = c => c && all(c, 'a[href], button').find(isSeen);
    const row = cell.parentElement;
    const cells = [...row.cells];
    const rows = [...row.closest('table').rows];
    const at = cells.indexOf(cell);
    const first = list => list.map(link).find(Boolean);
    switch (key) {
      case 'ArrowRight': return focus(first(cells.slice(at + 1)));
      case 'ArrowLeft': return focus(first(cells.slice(0, at).reverse()));
      case 'ArrowDown': return focus(first(rows.slice(rows.indexOf(row) + 1).map(r => r.cells[at])));
      case 'ArrowUp': return focus(first(rows.slice(0, rows.indexOf(row)).reverse().map(r => r.cells[at])));
      case 'Home': return focus(first(cells));
      case 'End': return focus(first([...cells].reverse()));
      default: return false;
    }
  }

  // Map: left and right along a line of stations, up and down through a station's links and on to the next line.
  function map(whole, from, key) {
    if (key === 'b' || key === 'B') {
      const breaks = all(whole, '[data-break]');
      const here = from.closest('[data-break]');
      const next = breaks.find(b => b !== here && from.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) ?? breaks[0];
      return focus(next && (next.querySelector('a[href]') ?? next));
    }
    if (key === 'o' || key === 'O') return follow('[data-outline]');
    if (!key.startsWith('Arrow')) return false;
    const links = s => s ? (s.matches('a[href]') ? [s] : all(s, 'a[href]').filter(isSeen)) : [];
    const lines = all(whole, '[data-line]').map(l => all(l, '[data-station]'));
    const l = lines.findIndex(line => line.some(s => s.contains(from)));
    if (l < 0) return focus(lines.flat().map(s => links(s)[0]).find(Boolean));
    const s = lines[l].findIndex(station => station.contains(from));
    const along = list => focus(list.map(x => links(x)[0]).find(Boolean));
    const own = links(lines[l][s]);
    const i = own.indexOf(from);
    // On another line: the same station, or the nearest before it that has a link.
    const across = (list, end) => {
      for (const line of list) {
        for (let j = Math.min(s, line.length - 1); j >= 0; j--) {
          const there = links(line[j]);
          if (there.length) return focus(there.at(end));
        }
      }
      return false;
    };
    switch (key) {
      case 'ArrowRight': return along(lines[l].slice(s + 1));
      case 'ArrowLeft': return along(lines[l].slice(0, s).reverse());
      case 'ArrowDown': return focus(own[i + 1]) || across(lines.slice(l + 1), 0);
      default: return i > 0 ? focus(own[i - 1]) : across(lines.slice(0, l).reverse(), -1);
    }
  }

  // ---------- Forms ----------
  // data-once: sent once. The button stays enabled, for a disabled one would not be sent with its form.
  document.addEventListener('submit', e => {
    const form = e.target;
    if (!form.matches('form[data-once]') || e.defaultPrevented) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = 'yes';
    all(form, 'button:not([type=button])').forEach(b => b.setAttribute('aria-disabled', 'true'));
  });
  // A page that comes back out of the browser's memory can be sent again.
  addEventListener('pageshow', () => all(document, 'form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    all(form, '[aria-disabled]').forEach(b => b.removeAttribute('aria-disabled'));
  }));

  // form[method=get][data-auto]: sent when a list is chosen from with a pointer. With the keyboard every arrow would
  // send it, so there the button does.
  let isPointer = false;
  addEventListener('pointerdown', () => { isPointer = true; }, true);
  addEventListener('keydown', () => { isPointer = false; }, true);
  document.addEventListener('change', e => {
    if (isPointer && e.target.matches('form[data-auto] select') && e.target.form.method === 'get') e.target.form.requestSubmit();
  });

  // textarea[data-live=address][data-live-target=id]: 400 ms after the last letter the form's fields are posted there,
  // and the answer takes the target's place; then the text area hears "read". What its data-say says is read aloud,
  // politely, from outside.
  const waiting = new WeakMap();
  const voices = new WeakMap();
  document.addEventListener('input', e => wait(e.target));
  // What stands around the text is read with it. details[data-when="name=value"] opens where that is chosen.
  document.addEventListener('change', e => {
    const form = e.target.form;
    if (!form) return;
    all(form, 'details[data-when]').forEach(d => {
      const [name, value] = d.dataset.when.split('=');
      if (form.elements[name]?.value === value) d.open = true;
    });
    if (!e.target.matches('textarea')) wait(form.querySelector('textarea[data-live]'));
  });
  function wait(area) {
    if (!area?.matches('textarea[data-live]') || !area.form) return;
    const before = waiting.get(area);
    if (before) { clearTimeout(before.timer); before.abort.abort(); }
    const abort = new AbortController();
    waiting.set(area, { abort, timer: setTimeout(() => ask(area, abort.signal), 400) });
  }

  async function ask(area, signal) {
    try {
      const answer = await fetch(area.dataset.live, { method: 'POST', body: new URLSearchParams(new FormData(area.form)), signal });
      // A sign-in page or an error is no reading: the one that stands stays, and the button still works.
      if (!answer.ok || answer.redirected) return;
      const html = await answer.text();
      const old = document.getElementById(area.dataset.liveTarget);
      if (!old || signal.aborted) return;
      const page = new DOMParser().parseFromString(html, 'text/html');
      let fresh = page.getElementById(old.id);
      if (!fresh) {
        fresh = old.cloneNode(false);
        fresh.append(...page.body.childNodes);
      }
      old.replaceWith(document.adoptNode(fresh));
      area.dispatchEvent(new Event('read', { bubbles: true }));
      voice(area).textContent = fresh.dataset.say ?? fresh.querySelector('[data-say]')?.dataset.say ?? '';
    } catch { /* aborted or offline: nothing was lost, the text stands in its box */ }
  }

  function voice(area) {
    if (!voices.has(area)) {
      const said = document.createElement('p');
      said.className = 'vh';
      said.setAttribute('role', 'status');
      area.after(said);
      voices.set(area, said);
    }
    return voices.get(area);
  }

  // A live region is heard only if it was there before it speaks.
  const start = () => { showKeys(); all(document, 'textarea[data-live]').forEach(voice); };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
})();
