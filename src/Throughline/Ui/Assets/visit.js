// Throughline - visits wait on this device until the network takes them. Without script the form is sent as any other.
// A visit is put by before it is sent, so that nothing is lost; its key makes that it is kept once however often it is sent.
(() => {
  'use strict';
  const line = document.querySelector('[data-visits]');
  if (!line) return;
  const form = document.querySelector('form[data-visit]');
  const [said, link, open, mark] = ['[role=status]', 'a', 'button', 'svg'].map(s => line.querySelector(s));
  const { visits: who, ...words } = line.dataset;
  const token = 'form-token';
  const load = () => { try { return JSON.parse(localStorage.getItem('visits')) ?? []; } catch { return []; } };
  const keep = list => localStorage.setItem('visits', JSON.stringify(list));
  const mine = () => load().filter(v => v.who === who);
  const change = (key, how) => keep(load().flatMap(v => v.fields.Key === key ? how(v) : v));
  const address = v => `/v?school=${encodeURIComponent(v.fields.School)}`;
  const waited = v => v.fields.At ? '' : Math.max(0, Math.round((Date.now() - v.at) / 1000));
  // Pages of a school's own server may come without https, where randomUUID is not there.
  const uuid = () => crypto.randomUUID?.()
    ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  let count = said.textContent.trim();

  function show(why) {
    const n = mine().filter(v => !v.refused).length;
    const refused = mine().some(v => v.refused);
    said.textContent = [
      n === 0 ? count : n === 1 ? words.one : words.many.replace('{0}', n),
      n > 0 ? words[why] ?? '' : refused ? '' : form ? words.ready : '',
      refused ? words.refused : ''].filter(Boolean).join(' ');
    link.hidden = why !== 'out' || n === 0;
    open.hidden = !refused;
    const shape = refused || n > 0 ? 'risk' : 'met';
    mark.setAttribute('class', `i ${shape}`);
    mark.firstElementChild.setAttribute('href', `#${shape}`);
    line.hidden = !form && n === 0 && !refused;
  }

  // Where the session has ended the answer leads to the sign-in page; it is not followed.
  async function post(v, proof) {
    const body = new URLSearchParams({ ...v.fields, Waited: waited(v), [token]: proof });
    const answer = await fetch(address(v), { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return { out: true };
    return /json/.test(answer.headers.get('content-type') ?? '') ? answer.json() : { status: answer.status };
  }

  // A token from an earlier session is no proof any more: the form is asked for another.
  async function proofOf(v) {
    const page = await fetch(address(v), { redirect: 'manual' });
    return page.ok ? new DOMParser().parseFromString(await page.text(), 'text/html').querySelector(`form[data-visit] [name=${token}]`)?.value : null;
  }

  let isBusy = false;
  let again = false;
  async function send() {
    again = isBusy;
    if (isBusy) return;
    isBusy = true;
    let why = '';
    let proof = form?.elements[token].value;
    try {
      for (const v of mine().filter(w => !w.refused)) {
        let answer = proof ? await post(v, proof) : { status: 400 };
        if (answer.status === 400) {
          proof = await proofOf(v);
          answer = proof ? await post(v, proof) : { out: true };
        }
        if (answer.saved) {
          change(v.fields.Key, () => []);
          count = `${words.saved} ${answer.saved}`;
        } else if (answer.errors) change(v.fields.Key, w => ({ ...w, refused: true }));
        else {
          why = answer.out ? 'out' : 'later';
          break;
        }
      }
    } catch { why = 'offline'; }
    isBusy = false;
    show(why);
    if (again) await send();
  }

  form?.addEventListener('submit', e => {
    if (!form.checkValidity()) return;
    const fields = Object.fromEntries(new FormData(form));
    delete fields[token];
    try { keep([...load(), { who, at: Date.now(), fields }]); } catch { return; /* no room to keep it: sent as without script */ }
    e.preventDefault();
    // The next visit: another key, and the place stays.
    for (const field of [...form.elements].filter(f => f.name && !['Grade', 'Subject', 'School', token].includes(f.name)))
      if (field.type === 'radio') field.checked = false; else field.value = field.name === 'Key' ? uuid() : '';
    form.querySelector('details').open = false;
    send();
  });

  // What the site did not take goes back into the form and is sent as without script, so that the page says what is wrong.
  open.addEventListener('click', () => {
    const v = mine().find(w => w.refused);
    if (form?.elements.School.value !== v.fields.School) { location.assign(address(v)); return; }
    for (const [name, value] of Object.entries({ ...v.fields, Waited: waited(v) })) if (form.elements[name]) form.elements[name].value = value;
    change(v.fields.Key, () => []);
    form.submit();
  });

  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
  addEventListener('storage', () => show(''));
  show('');
  if (mine().some(v => !v.refused)) send();
})();
