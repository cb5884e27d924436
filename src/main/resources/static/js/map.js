// A map can be made larger and pushed about, and shows what leads where. Without this script it is a picture to scroll, with links.
import { all } from './dom.js';

const MOST = 4;
const STEP = 1.25;
const PUSH = 80;

const view = document.querySelector('.map-view');
const picture = view.querySelector('svg');
let size = 1;

/** Zooms to so many times the size it had at first, and keeps what is at this point of the view where it is. */
const zoom = (to, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
  const now = Math.min(MOST, Math.max(1, to));
  const left = (view.scrollLeft + x) / picture.clientWidth;
  const top = (view.scrollTop + y) / picture.clientHeight;
  picture.style.width = '';
  picture.style.maxWidth = '';
  const fit = picture.clientWidth;
  size = now;
  view.classList.toggle('zoomed', size > 1);
  if (size > 1) {
    picture.style.width = `${Math.round(fit * size)}px`;
    picture.style.maxWidth = 'none';
  }
  view.scrollTo(left * picture.clientWidth - x, top * picture.clientHeight - y);
};

const ways = { in: () => zoom(size * STEP), out: () => zoom(size / STEP), fit: () => zoom(1) };
const keys = {
  '+': ways.in,
  '=': ways.in,
  '-': ways.out,
  0: ways.fit,
  ArrowLeft: () => view.scrollBy(-PUSH, 0),
  ArrowRight: () => view.scrollBy(PUSH, 0),
  ArrowUp: () => view.scrollBy(0, -PUSH),
  ArrowDown: () => view.scrollBy(0, PUSH),
};

for (const zoomed of all('.zoom')) {
  zoomed.hidden = false;
  zoomed.addEventListener('click', event => ways[event.target.closest('[data-zoom]')?.dataset.zoom]?.());
}

view.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  // Where nothing is left to push in a direction, the arrow moves the page as ever.
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    if (view.scrollHeight <= view.clientHeight) return;
  }
  event.preventDefault();
  keys[event.key]();
});

view.addEventListener(
  'wheel',
  event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = view.getBoundingClientRect();
    zoom(size * (event.deltaY < 0 ? STEP : 1 / STEP), event.clientX - at.left, event.clientY - at.top);
  },
  { passive: false },
);

// ---- Pushed with the mouse. A finger does the same without help.
let held = null;
view.addEventListener('pointerdown', event => {
  if (event.pointerType !== 'mouse' || event.button !== 0) return;
  held = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop, moved: false };
});
addEventListener('pointermove', event => {
  if (!held) return;
  const x = event.clientX - held.x;
  const y = event.clientY - held.y;
  held.moved ||= Math.abs(x) + Math.abs(y) > 5;
  view.classList.toggle('held', held.moved);
  if (held.moved) view.scrollTo(held.left - x, held.top - y);
});
addEventListener('pointerup', () => {
  view.classList.remove('held');
  // The click on a link that the picture was held by comes after this.
  setTimeout(() => (held = null));
});
view.addEventListener('click', event => held?.moved && event.preventDefault());
view.addEventListener('dragstart', event => event.preventDefault());

// ---- What leads to a box, all the way from the questions, and where it leads.
const nodes = all('.node', picture);
const traces = all('.traces .trace', picture).map(line => ({ line, ends: [+line.dataset.from, +line.dataset.to] }));

const trace = (start, from, to) => {
  const reached = new Set([start]);
  // A set takes more while it is walked.
  for (const here of reached) {
    for (const { line, ends } of traces) {
      if (ends[from] !== here || line.classList.contains('result')) continue;
      line.classList.add('on');
      reached.add(ends[to]);
    }
  }
  return reached;
};

const clear = () => {
  picture.classList.remove('traced');
  all('.on', picture).forEach(each => each.classList.remove('on'));
};

const show = event => {
  const start = nodes.indexOf(event.target.closest('.node'));
  if (start < 0) return;
  clear();
  picture.classList.add('traced');
  for (const { line, ends } of traces) {
    if (!line.classList.contains('result') || !ends.includes(start)) continue;
    line.classList.add('on');
    ends.forEach(end => nodes[end].classList.add('on'));
  }
  [...trace(start, 1, 0), ...trace(start, 0, 1)].forEach(end => nodes[end].classList.add('on'));
};
picture.addEventListener('pointerover', show);
// Not on the picture itself: Chromium would let the focus stop on it.
view.addEventListener('focusin', show);
picture.addEventListener('pointerleave', clear);
view.addEventListener('focusout', clear);
addEventListener('beforeprint', clear);
