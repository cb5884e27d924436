// Puts the number that a calculator offers into its question. Without this script the server does.
import { all, changed, form } from './dom.js';

form.addEventListener('click', event => {
  const button = event.target.closest('button[name=fill]');
  if (!button) return;
  event.preventDefault();
  const answer = button.closest('.question').querySelector('.answer');
  const number = button.dataset.number;
  const input = answer.querySelector('.number-row input') || all('input', answer).find(i => i.value === number);
  if (!input) return;
  if (input.type === 'radio') input.checked = true;
  else input.value = number;
  // As if it had been typed: what excludes it is cleared, and it is noted as not saved yet.
  input.dispatchEvent(new Event('input', { bubbles: true }));
  changed(input);
  input.focus();
});
