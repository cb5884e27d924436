// Where it hurts: the body chart and the list of places are two views of one set of radio buttons.
import { askNext } from './ask.js';
import { all, byId, changed, form, oneByOne } from './dom.js';
import { revealGroup } from './place-groups.js';

const SVG = 'http://www.w3.org/2000/svg';

const chart = document.querySelector('.chart');
const lists = all('[data-list]');
let place = 0;

const site = at => lists[at]?.querySelector('.question');
const sideField = at => `p${at}.${chart.dataset.side}`;
const chosen = name => form.querySelector(`input[name="${CSS.escape(name)}"]:checked`);
const choose = (name, value) => {
  const input = form.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  input.checked = true;
  return input;
};

const drawRank = (shape, at, shift) => {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('transform', `translate(${Number(shape.dataset.x) + shift} ${shape.dataset.y})`);
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('r', '9.5');
  const text = document.createElementNS(SVG, 'text');
  text.textContent = String(at + 1);
  group.append(circle, text);
  shape.closest('svg').querySelector('.ranks').append(group);
};

export const draw = () => {
  if (!chart) return;
  const shapes = all('.shape', chart);
  shapes.forEach(shape => shape.classList.remove('chosen', 'current'));
  all('.ranks', chart).forEach(ranks => ranks.replaceChildren());
  const drawn = new Map();
  for (let at = lists.length - 1; at >= 0; at--) {
    const option = chosen(site(at).dataset.field)?.value;
    const side = chart.dataset.side && chosen(sideField(at))?.value;
    const ofOption = shapes.filter(shape => shape.dataset.option === option);
    const ofSide = ofOption.filter(shape => shape.dataset.ofSide === side);
    for (const shape of ofSide.length ? ofSide : ofOption) {
      shape.classList.add('chosen');
      shape.classList.toggle('current', at === place);
      if (!shape.dataset.x) continue;
      const before = drawn.get(shape) || 0;
      drawn.set(shape, before + 1);
      drawRank(shape, at, before * 16);
    }
  }
};

const activate = at => {
  place = at;
  lists.forEach(list => {
    list.hidden = Number(list.dataset.list) !== at;
  });
  all('[data-tab]').forEach(tab => tab.setAttribute('aria-pressed', String(Number(tab.dataset.tab) === at)));
  draw();
};

// Shows the list that a question is in, if it is in one, or else the questions about its place.
export const revealPlace = question => {
  revealGroup(question);
  const list = question.closest('[data-list]');
  if (list && chart) activate(Number(list.dataset.list));
};

const placeOf = shape =>
  lists.findIndex((list, at) => {
    const side = chart.dataset.side && chosen(sideField(at))?.value;
    const ofSide = !shape.dataset.ofSide || !side || side === 'both' || side === shape.dataset.ofSide;
    return ofSide && chosen(site(at).dataset.field)?.value === shape.dataset.option;
  });

// A tap on the chart adds a place and never takes the one before it away; the list changes a place.
const add = shape => {
  const button = form.querySelector('.add-place');
  if (!button) return say(chart.dataset.full);
  const at = lists.length;
  const input = (name, value) => {
    const hidden = document.createElement('input');
    hidden.type = 'hidden';
    hidden.name = name;
    hidden.value = value;
    form.append(hidden);
  };
  input(site(0).dataset.field.replace(/^p0/, `p${at}`), shape.dataset.option);
  if (shape.dataset.ofSide) input(sideField(at), shape.dataset.ofSide);
  button.click();
};

const say = words => {
  byId('chart-says').textContent = words;
};

const mark = (option, name, on) =>
  all('.shape', chart).forEach(shape => shape.classList.toggle(name, on && shape.dataset.option === option));

if (chart) {
  chart.hidden = false;
  all('.place-tabs').forEach(tabs => {
    tabs.hidden = lists.length < 2;
  });
  activate(
    Math.max(
      0,
      lists.findIndex((list, at) => !chosen(site(at).dataset.field)),
    ),
  );
  all('[data-tab]').forEach(tab => tab.addEventListener('click', () => activate(Number(tab.dataset.tab))));
  chart.addEventListener('click', event => {
    const shape = event.target.closest('.shape');
    say(!shape && event.target.closest('.body') ? chart.dataset.elsewhere : '');
    if (!shape) return;
    const already = placeOf(shape);
    if (!oneByOne() && already >= 0) return activate(already);
    if (!oneByOne() && chosen(site(place).dataset.field)) return add(shape);
    const input = choose(site(place).dataset.field, shape.dataset.option);
    if (shape.dataset.ofSide) choose(sideField(place), shape.dataset.ofSide);
    if (oneByOne()) askNext('');
    draw();
    changed(input);
  });
  chart.addEventListener('pointerover', event => {
    const option = event.target.dataset?.option;
    all('.lists .option').forEach(o => o.classList.toggle('hinted', o.querySelector('input').value === option));
  });
  chart.addEventListener('pointerleave', () => all('.lists .hinted').forEach(o => o.classList.remove('hinted')));
  for (const list of lists) {
    list.addEventListener('focusin', event =>
      mark(event.target.value, 'focused', event.target.matches(':focus-visible')),
    );
    list.addEventListener('focusout', () => mark(null, 'focused', false));
    list.addEventListener('pointerover', event =>
      mark(event.target.closest('.option')?.querySelector('input').value, 'hinted', true),
    );
    list.addEventListener('pointerleave', () => mark(null, 'hinted', false));
  }
  // The side belongs to the place: with another place, it is asked anew.
  lists.forEach((list, at) =>
    list.addEventListener('input', () => {
      all(`input[name="${CSS.escape(sideField(at))}"]`, form).forEach(input => {
        input.checked = false;
      });
    }),
  );
  form.addEventListener('change', draw);
}
