// One question at a time, with the way back.
import { ask, askNext, isWaiting } from './ask.js';
import { all, byId, desk, focusFirst, form, oneByOne } from './dom.js';
import { canGoBack, keepAddress } from './history.js';
import { revealPlace } from './places.js';
import { show } from './sections.js';

let asked = byId('ask').value;
let wentOn = false;
const answered = () => all('#answered [name=ask]');
const goBack = () => {
  if (canGoBack()) return history.back();
  const last = answered().pop()?.value;
  if (last) ask(last);
};
const goOn = () => {
  wentOn = true;
};

form.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button?.name === 'ask') {
    event.preventDefault();
    if (!button.value) goOn();
    ask(button.value);
  } else if (button?.name === 'later') {
    event.preventDefault();
    byId('later').value = `${byId('later').value} ${asked}`.trim();
    ask('');
  } else if (button?.dataset.move === 'back') {
    goBack();
  }
});
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && oneByOne() && event.target.closest('.question')) goOn();
});

const sayWhy = question => {
  const fault = question?.querySelector('.fault');
  const note = question?.closest('[data-step]').querySelector('.no-answer');
  all('.no-answer').forEach(other => {
    other.textContent = '';
  });
  if (wentOn && note && asked === byId('live').dataset.ask && fault.hidden) {
    const waits = question.querySelector('.carried:not([hidden]) input[type=checkbox]:not(:checked)');
    note.textContent = waits ? note.dataset.unchecked : note.dataset.text;
  }
  wentOn = false;
};

// The share that is done never goes down, even if an answer is taken back or opens more questions.
const most = { value: 0, words: '' };
const keepMost = line => {
  const bar = line.querySelector('progress');
  const words = line.querySelector('.done');
  if (bar.value >= most.value) {
    most.value = bar.value;
    most.words = words.textContent;
  }
  bar.value = most.value;
  words.textContent = most.words;
};

// With a pointer, choosing the only possible answer also goes on.
// With the keyboard Enter does, so that the arrow keys can move around.
form.addEventListener('click', event => {
  const input = event.target;
  if (!oneByOne() || event.detail === 0 || input.tagName !== 'INPUT' || !input.checked) return;
  const alone = input.type === 'radio' || input.dataset.alone;
  if (alone && input.closest('.question')) askNext('');
});

// Shows the question that a reply asks. first: the reply came with the page
export const lead = (live, first) => {
  const was = oneByOne();
  desk.dataset.lead = live.dataset.lead || '';
  all('.at-most-now').forEach(old => old.remove());
  if (oneByOne() || was) {
    const here = byId('at').value === 'advice' && live.dataset.at === 'advice';
    if (!here) show(live.dataset.at);
  }
  if (!oneByOne()) {
    if (was) {
      all('.why-asked').forEach(why => {
        why.hidden = true;
      });
    }
    return;
  }
  if (isWaiting()) return;
  byId('ask').value = live.dataset.ask;
  const question = live.dataset.ask && document.querySelector(`[data-field="${CSS.escape(live.dataset.ask)}"]`);
  const now = live.querySelector('#lead-now');
  if (question && now) {
    const line = now.querySelector('.at-most').cloneNode(true);
    line.classList.add('at-most-now');
    keepMost(line);
    question.closest('[data-step]').querySelector('.title').append(line);
    question.querySelector('.why-asked').replaceChildren(now.querySelector('.changes').cloneNode(true));
    revealPlace(question);
  }
  sayWhy(question || null);
  const news = asked !== live.dataset.ask || desk.dataset.at === 'end';
  if (news && !first) {
    const before = asked && document.querySelector(`[data-field="${CSS.escape(asked)}"]`);
    asked = live.dataset.ask;
    // The side is asked where the place was: nothing jumps, and Next stays where it is.
    if (question && before?.offsetParent) question.scrollIntoView({ block: 'nearest' });
    else window.scrollTo(0, 0);
    if (question) focusFirst(question);
    else document.querySelector('[data-step]:not([hidden]) h1')?.focus({ preventScroll: true });
  }
  for (const button of all('[name=later]', form)) {
    if (button.type === 'submit') button.hidden = live.dataset.canWait !== 'true';
  }
  all('p[data-count]').forEach(count => {
    count.textContent = live.dataset.count;
  });
  if (!first) keepAddress();
};
