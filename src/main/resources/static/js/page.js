// Makes the page quicker to use. It works without this file, and nothing in here knows anything about medicine.
(() => {
  'use strict';
  const form = document.getElementById('form');
  const byId = id => document.getElementById(id);
  const changed = element => element.dispatchEvent(new Event('change', {bubbles: true}));
  const boxes = question => [...question.querySelectorAll('input')];

  // "None" and "not known" stand alone: each clears its neighbours, and a neighbour clears them.
  const settle = input => {
    const question = input.closest('.question');
    if (!question || input.type === 'radio') return;
    if (input.type === 'text' ? !input.value.trim() : !input.checked) return;
    for (const other of boxes(question)) {
      if (other === input || (!input.dataset.alone && !other.dataset.alone)) continue;
      if (other.type === 'text') other.value = '';
      else other.checked = false;
    }
  };
  form.addEventListener('input', event => settle(event.target));

  // One section in view at a time; the steps are buttons that would post without this.
  const go = (step, target) => {
    byId('at').value = step;
    byId('desk').dataset.at = step;
    for (const section of document.querySelectorAll('[data-step]')) section.hidden = section.dataset.step !== step;
    for (const button of document.querySelectorAll('#steps button')) {
      if (button.value === step) {
        button.setAttribute('aria-current', 'step');
        button.scrollIntoView({block: 'nearest', inline: 'nearest'});
      } else {
        button.removeAttribute('aria-current');
      }
    }
    if (step === 'advice') {
      // What was swapped in here earlier belongs to earlier answers: it is hidden until the new advice is there.
      byId('advice').classList.add('old');
      byId('advice').setAttribute('aria-busy', 'true');
      changed(form);
    }
    const goal = target && byId(target) && !byId(target).hidden ? byId(target) : null;
    if (goal) {
      goal.scrollIntoView({block: 'center'});
      focusFirst(goal);
    } else {
      window.scrollTo(0, 0);
      document.querySelector(`[data-step="${step}"] h1`).focus({preventScroll: true});
    }
  };
  const focusFirst = question => (question.querySelector('input:checked') || question.querySelector('input')).focus();

  form.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.name === 'at') {
      event.preventDefault();
      go(button.value, button.dataset.goto);
    } else if (button.name === 'clear') {
      event.preventDefault();
      const inputs = boxes(button.closest('.question'));
      inputs.forEach(input => { input.checked = false; });
      inputs[0].focus();
      changed(inputs[0]);
    }
  });

  // Enter goes on to the next question instead of sending the form.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    const question = event.target.closest('.question');
    if (!question) return;
    changed(event.target);
    const all = [...question.closest('[data-step]').querySelectorAll('.question')].filter(q => !q.hidden);
    const next = all[all.indexOf(question) + 1];
    if (next) focusFirst(next);
    else question.closest('[data-step]').querySelector('.next').focus();
  });

  // The reply names the questions that are asked now, what is wrong in which field, and how the places are called.
  const apply = () => {
    const live = byId('live');
    const shown = new Set(live.dataset.shown.split(' '));
    const faults = new Map([...live.querySelectorAll('[data-fault]')].map(f => [f.dataset.fault, f.textContent]));
    for (const question of document.querySelectorAll('.question')) {
      question.hidden = !shown.has(question.dataset.field);
      const fault = faults.get(question.id);
      const line = question.querySelector('.fault');
      line.hidden = !fault;
      line.textContent = fault || '';
      const text = question.querySelector('input[type=text]');
      if (text && fault) text.setAttribute('aria-invalid', 'true');
      else if (text) text.removeAttribute('aria-invalid');
    }
    for (const place of live.querySelectorAll('[data-place]')) {
      document.querySelectorAll(`[data-place-name="${place.dataset.place}"]`).forEach(name => { name.textContent = place.textContent; });
    }
    // Said aloud only where it is news.
    if (byId('status').textContent !== live.dataset.status) byId('status').textContent = live.dataset.status;
  };
  document.addEventListener('htmx:afterSettle', apply);

  // Advice that does not belong to the answers in view must not look as if it did.
  const stale = is => {
    const line = byId('stale');
    line.textContent = is ? line.dataset.text : '';
    line.hidden = !is;
    document.body.classList.toggle('is-stale', is);
  };
  ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach(name => document.addEventListener(name, () => stale(true)));
  document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful) stale(false); });
  document.querySelector('#steps [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
  // A browser that goes back restores the answers but not the advice on them.
  window.addEventListener('pageshow', event => { if (event.persisted) changed(form); });
})();
