// A question that has just come up takes no answer: the tap may have been meant for the one before it, and nobody may answer a
// question unseen. The same goes for the buttons of a section that has just come up.
import { all, form, oneByOne } from './dom.js';

// Milliseconds from the moment at which it is painted.
const UNSEEN = 500;
const MOVES_ONLY = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape', 'PageUp', 'PageDown', 'Home', 'End'];

const since = new WeakMap();
let visible = new Set();
let pressed = null;
let held = null;

const partOf = target => target.closest?.('.question, [data-step]');
const seen = part => performance.now() - (since.get(part) ?? Infinity) >= UNSEEN;
const appear = part => {
  since.delete(part);
  // Not before it is painted: in a window that lies behind others it stays unseen.
  requestAnimationFrame(() => since.set(part, performance.now()));
};
const refuse = event => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

const notice = () => {
  const now = new Set(all('.question, [data-step]', form).filter(part => part.offsetParent));
  const fresh = [...now].filter(part => !visible.has(part));
  visible = now;
  fresh.forEach(appear);
  // One by one, the section stays while its questions change under the same Next.
  if (oneByOne())
    fresh.filter(part => part.matches('.question')).forEach(question => appear(question.closest('[data-step]')));
};
new MutationObserver(notice).observe(form, { subtree: true, attributeFilter: ['hidden'] });
notice();

const onPress = event => {
  const part = partOf(event.target);
  const option = event.target.closest('label, input:not([type=text])');
  const time = performance.now();
  const again = option && pressed?.option === option && time - pressed.time < UNSEEN;
  pressed = { part, option, time, seen: !part || seen(part), again };
};
// A press counts only if it began and ended on the same question, which had been seen by then. A double tap is one tap: its second
// half would take the tick back.
const onClick = event => {
  const part = partOf(event.target);
  if (!part) return;
  const began = event.detail > 0 ? pressed : null;
  if (began ? began.part !== part || !began.seen || began.again : !seen(part)) refuse(event);
};
const onKey = event => {
  const part = partOf(event.target);
  if (!event.repeat) held = part;
  if (!part || event.ctrlKey || event.metaKey || MOVES_ONLY.includes(event.key)) return;
  if (held !== part) return refuse(event);
  onText(event);
};
const onText = event => {
  const part = partOf(event.target);
  if (!part || seen(part)) return;
  refuse(event);
  // What was typed too soon is lost whole: half a number would be worse than none.
  if (since.has(part)) since.set(part, performance.now());
};
form.addEventListener('pointerdown', onPress, true);
form.addEventListener('click', onClick, true);
form.addEventListener('keydown', onKey, true);
form.addEventListener('beforeinput', onText, true);
