// An answer being given: some answers exclude each other, Enter goes on to the next question, and a button clears the answer.
import { ask } from './ask.js';
import { all, changed, focusFirst, form, oneByOne } from './dom.js';

// Not what stands beside the answer: a filter, a note, a sum.
const boxes = question => all('input', question).filter(input => !input.closest('.beside'));
const empty = input => {
  if (input.type === 'text') input.value = '';
  else input.checked = false;
};

// "None" and "not known" exclude all other answers: each clears its neighbours, and a neighbour clears them.
const settle = input => {
  const question = input.closest('.question');
  if (!question || input.type === 'radio' || input.closest('.beside')) return;
  if (input.type === 'text' ? !input.value.trim() : !input.checked) return;
  for (const other of boxes(question)) {
    if (other !== input && (input.dataset.alone || other.dataset.alone)) empty(other);
  }
};
form.addEventListener('input', event => {
  settle(event.target);
  // What an earlier text was understood as says nothing about this one.
  const read = event.target.closest('.question')?.querySelector('.understood');
  if (read) read.textContent = '';
});

// Listeners run in the order in which they were added, so this one always finds the neighbours cleared.
export const onAnswer = listener => form.addEventListener('input', listener);

form.addEventListener('click', event => {
  const button = event.target.closest('button[name=clear]');
  if (!button) return;
  event.preventDefault();
  const inputs = boxes(button.closest('.question'));
  inputs.forEach(empty);
  inputs[0].focus();
  changed(inputs[0]);
});

// Enter goes on to the next question instead of sending the form.
form.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.target.tagName !== 'INPUT' || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const question = event.target.closest('.question');
  if (!question) return;
  if (event.target.closest('.beside')) return changed(event.target);
  if (oneByOne()) return ask('');
  changed(event.target);
  const section = question.closest('[data-step]');
  const questions = all('.question', section).filter(q => q.offsetParent && !q.classList.contains('kept'));
  const next = questions[questions.indexOf(question) + 1];
  if (next) {
    focusFirst(next);
    next.scrollIntoView({ block: 'nearest' });
  } else {
    section.querySelector('.next.by-section').focus();
  }
});
