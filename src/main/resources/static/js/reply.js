// The reply to the answers: which questions are asked now, faults, answers that do not count, names of the places.
import { all, byId, desk, oneByOne } from './dom.js';
import { lead } from './one-by-one.js';
import { updateGroups } from './place-groups.js';
import { draw } from './places.js';
import { interrupt } from './warnings.js';

// What somebody has unfolded stays so when a reply brings it anew.
let unfolded = new Set();
const folds = () => all('#alarm details, details#sofar-line, #answered details');
const nameOf = fold => fold.dataset.flag || fold.closest('[id]').id;
document.addEventListener('htmx:beforeSwap', () => {
  unfolded = new Set(
    folds()
      .filter(fold => fold.open)
      .map(nameOf),
  );
});

// What somebody is looking at stays where it is while questions above it come and go.
let anchor = null;
document.addEventListener('htmx:beforeSwap', () => {
  const inView = q => q.offsetParent && q.getBoundingClientRect().bottom > 120;
  const element = document.activeElement?.closest('.question') || all('.question').find(inView);
  anchor = element && { element, top: element.getBoundingClientRect().top };
});
const stayInPlace = () => {
  if (anchor?.element.offsetParent && !oneByOne()) {
    const moved = anchor.element.getBoundingClientRect().top - anchor.top;
    if (Math.abs(moved) > 1) window.scrollBy(0, moved);
  }
  anchor = null;
};

const updateQuestions = live => {
  const shown = new Set((live.dataset.shown || '').split(' '));
  const faults = new Map(all('[data-fault]', live).map(f => [f.dataset.fault, f.textContent]));
  const kept = new Map(all('[data-kept]', live).map(k => [k.dataset.kept, k.textContent]));
  const carried = new Set(all('[data-carried]', live).map(c => c.dataset.carried));
  for (const question of all('.question')) {
    const takenOver = question.querySelector('.carried');
    if (takenOver) takenOver.hidden = !carried.has(question.id);
    question.hidden = !shown.has(question.dataset.field) && !kept.has(question.id);
    question.classList.toggle('kept', kept.has(question.id));
    question.querySelector('.kept-answer').textContent = kept.get(question.id) || '';
    const fault = faults.get(question.id);
    const line = question.querySelector('.fault');
    line.hidden = !fault;
    if (line.textContent !== (fault || '')) line.textContent = fault || '';
    const text = question.querySelector('.number-row input');
    if (text && fault) text.setAttribute('aria-invalid', 'true');
    else if (text) text.removeAttribute('aria-invalid');
  }
};

let applied = null;
export const apply = () => {
  const live = byId('live');
  if (live === applied) return;
  const first = applied === null;
  applied = live;
  // An empty value is not sent at all.
  live.dataset.ask = live.dataset.ask || '';
  folds().forEach(fold => {
    fold.open = fold.open || unfolded.has(nameOf(fold));
  });
  updateQuestions(live);
  for (const place of all('[data-place]', live)) {
    all(`[data-place-name="${place.dataset.place}"]`).forEach(name => {
      name.textContent = place.textContent;
    });
  }
  updateGroups();
  lead(live, first);
  draw();
  interrupt(first);
  stayInPlace();
  // Read out by a screen reader only if it has changed.
  if (!first && byId('status').textContent !== live.dataset.status) byId('status').textContent = live.dataset.status;
};
document.addEventListener('htmx:afterSettle', apply);
