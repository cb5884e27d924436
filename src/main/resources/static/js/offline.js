// Without a connection: advice that does not match the answers must not look as if it did, and nobody chooses the next question.
import { all, byId, desk, form, oneByOne } from './dom.js';
import { show } from './sections.js';

const line = byId('stale');
const alone = byId('alone');
let last = new Date();

// The advice is made by the program. Without it, the last one stays, or what was known of it so far.
const showLast = () => {
  const advice = byId('advice');
  advice.classList.remove('old');
  advice.removeAttribute('aria-busy');
  if (advice.childElementCount) return;
  const sofar = byId('sofar').cloneNode(true);
  sofar.removeAttribute('id');
  advice.append(sofar);
};

const lost = is => {
  const time = last.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  const text = is ? line.dataset.text.replace('{0}', time) : '';
  // Every attempt to reach the program comes here; the line is read out only once.
  if (line.textContent !== text) line.textContent = text;
  alone.hidden = !is || !oneByOne() || desk.dataset.at === 'advice';
  line.hidden = !is || !alone.hidden;
  document.body.classList.toggle('is-stale', is);
  if (is && desk.dataset.at === 'advice') showLast();
};
for (const name of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.addEventListener(name, () => lost(true));
}
document.addEventListener('htmx:afterRequest', event => {
  if (!event.detail.successful) return;
  last = new Date();
  lost(false);
});

// The questions of all sections are in the page, so that somebody can go on with them.
alone.querySelector('button').addEventListener('click', () => {
  const section = document.querySelector(`[data-step="${desk.dataset.at}"]`);
  form.querySelector('[name=lead][value=""]').checked = true;
  desk.dataset.lead = '';
  const due = new Set(byId('live').dataset.due.split(' '));
  for (const question of all('.question')) question.hidden = !due.has(question.dataset.field);
  alone.hidden = true;
  show(section.dataset.step);
  section.querySelector('h1').focus({ preventScroll: true });
});
