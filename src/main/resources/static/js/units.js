// A unit can be picked beside a number, or typed after it. Both always say the same, and the text is what is sent.
import { all, changed, form } from './dom.js';

const SPLIT = /^\s*([+-]?\d(?:[\d.,'\s]*\d)?[.,]?)?\s*(.*)$/s;
const parts = text =>
  SPLIT.exec(text)
    .slice(1)
    .map(part => part?.trim() || '');
const pickerOf = input => input.parentElement.querySelector('.unit-pick');
const inputOf = picker => picker.parentElement.querySelector('input');

const unitOf = (picker, word) => {
  const plain = word.toLowerCase().replace(/\.$/, '');
  const option = [...picker.options].find(o => o.dataset.words?.split('|').includes(plain));
  return option ? option.value : '?';
};
// The picker follows the text. A number that is typed after a unit was picked gets that unit.
const follow = picker => {
  const unit = parts(inputOf(picker).value)[1];
  if (unit) picker.value = unitOf(picker, unit);
};
const lead = (input, picker, deleting) => {
  const [number, unit] = parts(input.value);
  if (!number && unit && deleting) input.value = '';
  else if (number && !unit && deleting) picker.value = '';
  else if (number && !unit && picker.value && picker.value !== '?') {
    const at = input.selectionStart;
    input.value = `${input.value.trim()} ${picker.value}`;
    input.setSelectionRange(at, at);
  } else follow(picker);
};

for (const picker of all('.unit-pick')) {
  picker.hidden = false;
  const input = inputOf(picker);
  // The digits are enough where the unit can be picked.
  input.inputMode = input.dataset.digits;
  follow(picker);
  picker.addEventListener('change', event => {
    // Not an answer itself.
    event.stopPropagation();
    const number = parts(input.value)[0];
    if (!number || picker.value === '?') return;
    input.value = picker.value ? `${number} ${picker.value}` : number;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    changed(input);
  });
  picker.addEventListener('input', event => event.stopPropagation());
}
// On the way down, so that the text is whole before anything else reads it.
document.addEventListener(
  'input',
  event => {
    const picker = event.target.matches?.('.number-row input[type=text]') && pickerOf(event.target);
    if (picker) lead(event.target, picker, event.inputType?.startsWith('delete'));
  },
  true,
);
// Other people's answers come in with a reply.
document.addEventListener('htmx:afterSettle', () => {
  for (const picker of all('.unit-pick', form)) {
    const unit = parts(inputOf(picker).value)[1];
    if (unit || inputOf(picker).value.trim()) picker.value = unit ? unitOf(picker, unit) : '';
  }
});
