// Which question to show next, when one question is asked at a time. Empty asks the program to choose.
import { byId, changed, form } from './dom.js';

// A question asked for but not sent yet. The reply to an earlier request must not overwrite it.
let waiting = false;
document.addEventListener('htmx:configRequest', event => {
  if (event.detail.elt === form) waiting = false;
});

export const isWaiting = () => waiting;

// With the next request, which something else is about to cause.
export const askNext = field => {
  waiting = true;
  byId('ask').value = field;
};
export const ask = field => {
  askNext(field);
  changed(form);
};
