// Throughline - the reading drawn over the text that is read. Without it the marked sentence stands under the field.
// textarea[data-live-target=id]: the marks of that element's .stmt lie behind the text, letter under letter.
(() => {
  'use strict';
  const backs = new WeakMap();
  const areas = () => document.querySelectorAll('textarea[data-live-target]');

  function backOf(area) {
    if (!backs.has(area)) {
      const box = document.createElement('div');
      const back = document.createElement('div');
      box.className = 'ink';
      back.className = 'stmt';
      back.setAttribute('aria-hidden', 'true');
      area.before(box);
      box.append(back, area);
      area.form?.classList.add('inked');
      area.addEventListener('scroll', () => { back.scrollTop = area.scrollTop; });
      backs.set(area, back);
    }
    return backs.get(area);
  }

  // The answer's marks go behind the text, and from under the field.
  function draw(area) {
    const marked = document.getElementById(area.dataset.liveTarget)?.querySelector('.stmt');
    backOf(area).replaceChildren(...marked?.cloneNode(true).childNodes ?? []);
    if (marked) marked.hidden = true;
    keepUp(area);
  }

  // The words behind are the field's at every moment. A mark before or after what was typed moves with its words; one
  // that it touches goes, and the next answer draws it again.
  function keepUp(area) {
    const back = backs.get(area);
    if (!back) return;
    const [old, text] = [back.textContent, area.value];
    const most = Math.min(old.length, text.length);
    let [head, tail] = [0, 0];
    while (head < most && old[head] === text[head]) head++;
    while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
    const moved = text.length - old.length;
    let [end, done] = [0, 0];
    const nodes = [];
    for (const node of back.childNodes) {
      const start = end;
      end += node.textContent.length;
      const isBefore = end <= head;
      if (node.localName !== 'mark' || !(isBefore || start >= old.length - tail)) continue;
      const at = isBefore ? start : start + moved;
      nodes.push(text.slice(done, at), node);
      done = at + end - start;
    }
    // The line break at the end gives an empty last line its height.
    back.replaceChildren(...nodes, text.slice(done), document.createElement('br'));
    back.scrollTop = area.scrollTop;
  }

  // button[data-copy=id]: the words of that element are selected, and copied where the browser lets a page do it.
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-copy]');
    if (!button) return;
    const words = document.getElementById(button.dataset.copy);
    getSelection().selectAllChildren(words);
    navigator.clipboard?.writeText(words.textContent).then(() => { button.textContent = button.dataset.done; });
  });

  document.addEventListener('read', e => draw(e.target));
  document.addEventListener('input', e => keepUp(e.target));
  // A browser gives back what was typed before the page was left.
  addEventListener('pageshow', () => areas().forEach(keepUp));
  const start = () => areas().forEach(draw);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
})();
