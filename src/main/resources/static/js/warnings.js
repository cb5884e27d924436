// A warning sign interrupts when it is raised, and stays on top afterwards.
import { onAnswer } from './answers.js';
import { all, byId, desk, form } from './dom.js';

// It comes with a reply while the next tap is already on its way. A tap meant for the page must not close it unread.
const UNREAD = 500;

const dialog = byId('interrupt');
// The urgency of each warning sign that is on top: the lower, the more urgent.
let told = new Map();
let opened = 0;
for (const name of ['click', 'cancel']) {
  const tooSoon = event => {
    if (performance.now() - opened > UNREAD) return;
    event.preventDefault();
    event.stopPropagation();
  };
  dialog.addEventListener(name, tooSoon, true);
}
form.addEventListener('click', event => {
  const button = event.target.closest('button[data-close]');
  if (button) byId(button.dataset.close).close();
});

const isNews = flag => !(told.get(flag.dataset.flag) <= Number(flag.dataset.rank));
const fill = flags => {
  const texts = flags.map(flag => {
    const text = flag.querySelector('.alarm-inside').cloneNode(true);
    text.dataset.of = flag.dataset.flag;
    return text;
  });
  dialog.querySelector('.flags').replaceChildren(...texts);
  // Its buttons may have moved under a finger that was already on its way.
  opened = performance.now();
};
const stop = flags => {
  fill(flags);
  if (!dialog.open) dialog.showModal();
};

// Every reply says what one more tick would raise, so that a warning sign needs no connection. With one, the reply itself is there
// at once, and brings the reasons.
const unheard = new Set();
const foresee = input => {
  if (!input.checked || desk.dataset.at === 'advice') return;
  const tap = byId('live').querySelector(`[data-tap="${CSS.escape(`${input.name}=${input.value}`)}"]`);
  if (!tap) return;
  const raised = tap.dataset.raises.split(' ').map(key => byId('live').querySelector(`[data-foreseen="${key}"]`));
  const news = raised.filter(isNews);
  if (!news.length) return;
  news.forEach(flag => told.set(flag.dataset.flag, Number(flag.dataset.rank)));
  byId('alarm').append(...news.map(flag => flag.cloneNode(true)));
  byId('alarm').hidden = false;
  stop(news);
};
onAnswer(event => {
  unheard.add(event.target);
  if (!navigator.onLine) foresee(event.target);
});
for (const name of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.addEventListener(name, () => unheard.forEach(foresee));
}
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful) unheard.clear();
});

// An alarm that rests only on a blank asks for that answer on the spot first. Passed over, it alarms.
const deferred = new Set();
const answered = question =>
  all('input', question).some(input => input.checked || (input.type === 'text' && input.value));
const blankBehind = flag => {
  const fields = (flag.dataset.asks || '').split(' ').filter(Boolean);
  const questions = fields.map(name => document.querySelector(`[data-field="${CSS.escape(name)}"]`));
  return questions.find(question => question?.offsetParent && !answered(question));
};
const askFirst = news => {
  const note = byId('ask-first');
  note.hidden = true;
  const waiting = news.filter(flag => !deferred.has(flag.dataset.flag) && blankBehind(flag));
  if (!waiting.length || waiting.length < news.length) return false;
  waiting.forEach(flag => deferred.add(flag.dataset.flag));
  const question = blankBehind(waiting[0]);
  question.querySelector('legend').after(note);
  note.hidden = false;
  question.scrollIntoView({ block: 'nearest' });
  return true;
};

// first: the warning signs came with the page, so they are no news
export const interrupt = first => {
  const flags = all('#alarm [data-flag]');
  // A flag that has become less urgent is no news.
  const news = flags.filter(flag => !first && isNews(flag));
  if (askFirst(news)) return;
  told = new Map(flags.map(flag => [flag.dataset.flag, Number(flag.dataset.rank)]));
  if (!flags.length) return dialog.close();
  const open = dialog.open ? all('[data-of]', dialog).map(text => text.dataset.of) : [];
  const shown = flags.filter(flag => news.includes(flag) || open.includes(flag.dataset.flag));
  if (news.length && desk.dataset.at !== 'advice') stop(shown);
  else if (dialog.open && shown.length) fill(shown);
};
