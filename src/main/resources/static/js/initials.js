// Offers the initials that were typed last in this browser, in every place that asks for them.
import { keep, load } from './unsent.js';

const fields = [...document.querySelectorAll('input[name=who]')];
for (const field of fields) {
  if (!field.value) field.value = load('who') || '';
  field.addEventListener('change', () => {
    keep('who', field.value);
    for (const other of fields) other.value = field.value;
  });
}
