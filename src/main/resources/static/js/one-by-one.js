// One question at a time, with the way back.
import { ask, askNext, isWaiting } from './ask.js';
import { all, byId, desk, focusFirst, form, oneByOne } from './dom.js';
import { revealPlace } from './places.js';
import { show } from './sections.js';

const trail = [];
let asked = byId('ask').value;
const answered = () => all('#answered [name=ask]');
const remember = () => {
  if (asked && trail.at(-1) !== asked) trail.push(asked);
};
const goBack = () => {
  const before = trail.pop();
  const last = answered().pop()?.value;
  asked = '';
  if (before || last) ask(before || last);
};

form.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (button?.name === 'ask') {
    event.preventDefault();
    if (button.value) remember();
    ask(button.value);
  } else if (button?.dataset.move === 'back') {
    goBack();
  }
});

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
    const most = now.querySelector('.at-most').cloneNode(true);
    most.classList.add('at-most-now');
    question.closest('[data-step]').querySelector('.title').append(most);
    question.querySelector('.why-asked').replaceChildren(now.querySelector('.changes').cloneNode(true));
    revealPlace(question);
  }
  const news = asked !== live.dataset.ask || desk.dataset.at === 'end';
  if (news && !first) {
    if (answered().some(a => a.value === asked)) remember();
    asked = live.dataset.ask;
    window.scrollTo(0, 0);
    if (question) focusFirst(question);
    else document.querySelector('[data-step]:not([hidden]) h1')?.focus({ preventScroll: true });
  }
  all('[data-move=back]').forEach(back => {
    back.hidden = !trail.length && !answered().length;
  });
};
