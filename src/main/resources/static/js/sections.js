// One section at a time.
import { all, byId, changed, desk, focusFirst, form, oneByOne } from './dom.js';
import { ask } from './ask.js';
import { keepAddress, travel } from './history.js';
import { revealPlace } from './places.js';

export const show = step => {
  byId('at').value = step;
  desk.dataset.at = step;
  for (const section of all('[data-step]')) section.hidden = section.dataset.step !== step;
  for (const button of all('#steps button')) {
    if (button.value === step) {
      button.setAttribute('aria-current', 'step');
      button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else {
      button.removeAttribute('aria-current');
    }
  }
  if (!oneByOne() || step === 'advice') keepAddress();
};

const go = (step, target) => {
  if (oneByOne() && step && step !== 'advice') {
    // Somebody who picks a section wants to see all of it.
    form.querySelector('[name=lead][value=""]').checked = true;
    desk.dataset.lead = '';
  }
  if (!step) {
    byId('at').value = '';
    desk.dataset.at = '';
    return changed(form);
  }
  show(step);
  if (step === 'advice') {
    // The advice here is about earlier answers, so it is hidden until the new advice arrives.
    byId('advice').classList.add('old');
    byId('advice').setAttribute('aria-busy', 'true');
    changed(form);
  } else if (target && byId(target)?.hidden) {
    changed(form);
  }
  const goal = target && byId(target);
  if (goal && !goal.hidden) {
    revealPlace(goal);
    goal.scrollIntoView({ block: 'center' });
    focusFirst(goal);
  } else {
    window.scrollTo(0, 0);
    document.querySelector(`[data-step="${step}"] h1`).focus({ preventScroll: true });
  }
};

form.addEventListener('click', event => {
  const button = event.target.closest('button[name=at]');
  if (!button) return;
  event.preventDefault();
  byId('interrupt').close();
  go(button.value, button.dataset.goto);
});

// Back and forward in the browser, and Back on the page, which is the same.
window.addEventListener('popstate', () => {
  const where = new URLSearchParams(location.search);
  travel();
  const lead = where.get('lead') || '';
  form.querySelector(`[name=lead][value="${lead}"]`).checked = true;
  desk.dataset.lead = lead;
  byId('later').value = where.get('later') || '';
  if (lead && where.get('at') !== 'advice') {
    show(where.get('at'));
    ask(where.get('ask') || '');
  } else {
    go(where.get('at'));
    changed(form);
  }
});
