// Several painful places: the questions of a section about one place at a time, with tabs for the others.
import { all, form } from './dom.js';

let place = '0';

const answered = question =>
  all('input', question).some(input => (input.type === 'text' ? input.value.trim() : input.checked));
const blank = group => all('.question', group).filter(q => !q.hidden && !answered(q)).length;

const update = () => {
  for (const tabs of all('.group-tabs')) {
    const section = tabs.closest('[data-step]');
    const groups = all('[data-group]', section).filter(group => group.querySelector('.question:not([hidden])'));
    tabs.hidden = groups.length < 2;
    const shown = groups.some(group => group.dataset.group === place) ? place : groups[0]?.dataset.group;
    for (const group of all('[data-group]', section)) {
      group.hidden = groups.length > 1 && group.dataset.group !== shown;
      const tab = tabs.querySelector(`[data-group-tab="${group.dataset.group}"]`);
      if (!tab) continue;
      const left = blank(group);
      const words = tab.querySelector('.blank');
      tab.hidden = !groups.includes(group);
      tab.setAttribute('aria-pressed', String(group.dataset.group === shown));
      words.textContent = left ? (left === 1 ? words.dataset.one : words.dataset.other).replace('#', left) : '';
    }
  }
};

// Shows the place that a question is about.
export const revealGroup = question => {
  const group = question.closest('[data-group]');
  if (!group) return;
  place = group.dataset.group;
  update();
};

form.addEventListener('click', event => {
  const tab = event.target.closest('[data-group-tab]');
  if (!tab) return;
  place = tab.dataset.groupTab;
  update();
});
form.addEventListener('input', update);
export { update as updateGroups };
