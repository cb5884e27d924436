// Saves every answer as it is given. Answers that could not be sent stay in this browser until they are.
import { onAnswer } from './answers.js';
import { byId, changed, field, form } from './dom.js';
import './own-browser.js';
import { asRequest, drop, keep, keyOf, load } from './unsent.js';

const ANSWER = /^((q|p\d)\..+|policy|reference)$/;

const line = byId('saving');
export const own = keyOf(location.pathname, field('tab').value);
// The values of each field that was changed here and may not be saved yet.
export const unsent = new Map();
let turn = 0;
let fresh = false;
let timer = 0;

const valuesOf = name => new FormData(form).getAll(name).filter(value => value !== '');
const same = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);
const edit = () => ({
  revision: field('revision').value,
  tab: field('tab').value,
  who: field('who').value,
  turn: fresh ? turn + 1 : turn,
  places: form.querySelector('input[name=places]').value,
  fields: Object.fromEntries(unsent),
});
const takeTurn = () => {
  turn += 1;
  fresh = false;
  keepUnsent();
};
export const keepUnsent = () => (unsent.size ? keep(own, JSON.stringify(edit())) : drop(own));

export const state = () => line.dataset.state;
export const say = (now, n) => {
  const text = line.dataset[now].replace('{0}', n);
  line.dataset.state = now;
  if (line.textContent !== text) line.textContent = text;
  if (now === 'closed') {
    const link = document.createElement('a');
    link.href = location.pathname;
    link.textContent = line.dataset.record;
    line.append(' ', link);
  }
};
export const sendAgain = () => changed(form);
export const tryLater = attempt => {
  timer = setTimeout(attempt, 3000);
};

const note = event => {
  const name = event.target.name;
  if (name === 'who') keep('who', event.target.value);
  if (!name || !ANSWER.test(name)) return;
  unsent.set(name, valuesOf(name));
  fresh = true;
  keepUnsent();
};
onAnswer(note);
const noteChange = event => {
  note(event);
  // Say so from now on, not only once it is sent.
  if (unsent.has(event.target.name)) say('saving');
};
// On the way down, so that it runs before htmx reacts.
form.addEventListener('change', noteChange, true);

// The request that htmx makes anyway carries the answers to save.
document.addEventListener('htmx:configRequest', event => {
  if (event.detail.elt !== form) return;
  takeTurn();
  event.detail.sent = new Map(unsent);
  event.detail.formData.set('turn', turn);
  for (const name of unsent.keys()) event.detail.formData.append('touched', name);
  if (unsent.size) say('saving');
});
document.addEventListener('htmx:beforeOnLoad', event => {
  const sent = event.detail.requestConfig.sent;
  if (!sent || event.detail.xhr.status !== 200) return;
  sent.forEach((was, name) => {
    if (unsent.has(name) && same(unsent.get(name), was)) unsent.delete(name);
  });
  keepUnsent();
  if (unsent.size) return;
  // What cannot be used is kept, but must not look like an answer that counts.
  const refused = event.detail.xhr.responseText.split(' data-fault="').length - 1;
  say(refused ? 'refused' : 'saved', refused);
});
document.addEventListener('htmx:afterRequest', event => {
  const { requestConfig, successful, failed, xhr } = event.detail;
  if (!requestConfig.sent || successful) return;
  if (xhr.status === 409 || xhr.status === 404) {
    // Somebody else has closed the draft, or it is gone. Sending the answers again would not help.
    say('closed', xhr.getResponseHeader('Answers-Refused') || unsent.size);
  } else if (failed || xhr.status === 0) {
    // An aborted request was overtaken by a newer one, which carries everything that it did.
    say('lost', unsent.size);
    clearTimeout(timer);
    tryLater(sendAgain);
  }
});
window.addEventListener('online', () => {
  if (state() === 'lost') sendAgain();
});
form.addEventListener('submit', () => {
  takeTurn();
  field('turn').value = turn;
});

// Sends what was typed last if the page is left before it was sent.
window.addEventListener('pagehide', () => {
  navigator.sendBeacon(`${location.pathname}/left`, new URLSearchParams({ tab: field('tab').value }));
  if (!unsent.size) return;
  const last = edit();
  if (fresh) takeTurn();
  navigator.sendBeacon(location.pathname, asRequest(last));
});

field('who').value = load('who') || field('who').value;
