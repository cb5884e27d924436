// Offers answers that this browser could not send before the intake was closed for an amendment.
import { asRequest, drop, unsentOf } from './unsent.js';

const form = document.getElementById('late');
const { draft } = form.dataset;
const kept = unsentOf(draft);
for (const [key, text] of kept) {
  // The draft is closed, so nothing is saved; the reply says how many of these answers it does not have.
  const edit = JSON.parse(text);
  const body = asRequest(edit);
  const reply = await fetch(draft, { method: 'POST', body, headers: { 'HX-Request': 'true' } });
  if (reply.headers.get('Answers-Refused') === '0') {
    drop(key);
    continue;
  }
  for (const [name, value] of body) {
    if (!(name in edit.fields)) continue;
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
  form.hidden = false;
}
form.addEventListener('submit', () => kept.forEach(([key]) => drop(key)));
