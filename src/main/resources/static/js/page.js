// Makes the page quicker to use. The page works without this file, and nothing in here knows anything about medicine.
(() => {
  'use strict';
  const form = document.getElementById('form');
  const desk = document.getElementById('desk');
  const byId = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const changed = element => element.dispatchEvent(new Event('change', {bubbles: true}));
  const boxes = question => all('input', question);
  const oneByOne = () => desk.dataset.lead === 'one';

  // ---- answers

  // "None" and "not known" exclude all other answers: each clears its neighbours, and a neighbour clears them.
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
  const focusFirst = question => (question.querySelector('input:checked') || question.querySelector('input')).focus({preventScroll: true});

  // ---- one section, or one question, at a time

  // Reloading and going back lead to the same section again.
  const note = () => history.replaceState(history.state, '', `${location.pathname}?at=${desk.dataset.at}${oneByOne() ? '&lead=one' : ''}${location.hash}`);
  const show = step => {
    byId('at').value = step;
    desk.dataset.at = step;
    note();
    for (const section of all('[data-step]')) section.hidden = section.dataset.step !== step;
    for (const button of all('#steps button')) {
      if (button.value === step) {
        button.setAttribute('aria-current', 'step');
        button.scrollIntoView({block: 'nearest', inline: 'nearest'});
      } else {
        button.removeAttribute('aria-current');
      }
    }
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
    const goal = target && byId(target) && !byId(target).hidden ? byId(target) : null;
    if (goal) {
      revealPlace(goal);
      goal.scrollIntoView({block: 'center'});
      focusFirst(goal);
    } else {
      window.scrollTo(0, 0);
      document.querySelector(`[data-step="${step}"] h1`).focus({preventScroll: true});
    }
  };

  // ---- question by question: "ask" names the question shown; if it is empty, it asks for the next one

  const trail = [];
  let asked = byId('ask').value;
  // A question asked for but not sent yet. The reply to an earlier request must not overwrite it.
  let wanted = null;
  const want = field => {
    wanted = field;
    byId('ask').value = field;
  };
  document.addEventListener('htmx:configRequest', event => { if (event.detail.elt === form) wanted = null; });
  const ask = field => {
    want(field);
    changed(form);
  };
  const goBack = () => {
    const before = trail.pop();
    const last = all('#answered [name=ask]').pop()?.value;
    asked = '';
    if (before || last) ask(before || last);
  };
  const remember = () => { if (asked && trail.at(-1) !== asked) trail.push(asked); };
  // With a pointer, choosing the only possible answer also goes on; with the keyboard Enter does, so that the arrow keys can move around.
  form.addEventListener('click', event => {
    const input = event.target;
    const alone = input.type === 'radio' || input.dataset?.alone;
    if (oneByOne() && event.detail > 0 && input.tagName === 'INPUT' && alone && input.checked && input.closest('.question')) want('');
  });

  form.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.name === 'at') {
      event.preventDefault();
      byId('interrupt').close();
      go(button.value, button.dataset.goto);
    } else if (button.name === 'ask') {
      event.preventDefault();
      if (button.value) remember();
      ask(button.value);
    } else if (button.dataset.move === 'back') {
      goBack();
    } else if (button.dataset.close) {
      byId(button.dataset.close).close();
    } else if (button.name === 'clear') {
      event.preventDefault();
      const inputs = boxes(button.closest('.question'));
      inputs.forEach(input => { if (input.type === 'text') input.value = ''; else input.checked = false; });
      inputs[0].focus();
      changed(inputs[0]);
    }
  });

  // Enter goes on to the next question instead of sending the form.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const question = event.target.closest('.question');
    if (!question) return;
    if (oneByOne()) return ask('');
    changed(event.target);
    const questions = all('.question', question.closest('[data-step]')).filter(q => q.offsetParent && !q.classList.contains('kept'));
    const next = questions[questions.indexOf(question) + 1];
    if (next) {
      focusFirst(next);
      next.scrollIntoView({block: 'nearest'});
    } else {
      question.closest('[data-step]').querySelector('.next.by-section').focus();
    }
  });

  // ---- the reply: which questions are asked now, faults by field, answers that do not count, names of the places

  let anchor = null;
  document.addEventListener('htmx:beforeSwap', () => {
    const element = document.activeElement?.closest('.question') || all('.question').find(q => q.offsetParent && q.getBoundingClientRect().bottom > 120);
    anchor = element && {element, top: element.getBoundingClientRect().top};
  });
  let applied = null;
  const apply = () => {
    const live = byId('live');
    if (live === applied) return;
    const first = applied === null;
    applied = live;
    // An empty value is not sent at all.
    live.dataset.ask = live.dataset.ask || '';
    const shown = new Set((live.dataset.shown || '').split(' '));
    const faults = new Map(all('[data-fault]', live).map(f => [f.dataset.fault, f.textContent]));
    const kept = new Map(all('[data-kept]', live).map(k => [k.dataset.kept, k.textContent]));
    for (const question of all('.question')) {
      question.hidden = !shown.has(question.dataset.field) && !kept.has(question.id);
      question.classList.toggle('kept', kept.has(question.id));
      question.querySelector('.kept-answer').textContent = kept.get(question.id) || '';
      const fault = faults.get(question.id);
      const line = question.querySelector('.fault');
      line.hidden = !fault;
      if (line.textContent !== (fault || '')) line.textContent = fault || '';
      const text = question.querySelector('input[type=text]');
      if (text && fault) text.setAttribute('aria-invalid', 'true');
      else if (text) text.removeAttribute('aria-invalid');
    }
    for (const place of all('[data-place]', live)) {
      all(`[data-place-name="${place.dataset.place}"]`).forEach(name => { name.textContent = place.textContent; });
    }
    lead(live, first);
    draw();
    interrupt(first);
    if (anchor?.element.offsetParent && !oneByOne()) {
      const moved = anchor.element.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) > 1) window.scrollBy(0, moved);
    }
    anchor = null;
    all('.path [data-fill]').forEach(fill);
    // Read out by a screen reader only if it has changed.
    if (!first && byId('status').textContent !== live.dataset.status) byId('status').textContent = live.dataset.status;
  };
  const lead = (live, first) => {
    const was = oneByOne();
    desk.dataset.lead = live.dataset.lead || '';
    all('.at-most-now').forEach(old => old.remove());
    if (oneByOne() || was) {
      const here = byId('at').value === 'advice' && live.dataset.at === 'advice';
      if (!here) show(live.dataset.at);
    }
    if (!oneByOne()) {
      if (was) all('.why-asked').forEach(why => { why.hidden = true; });
      return;
    }
    if (wanted !== null) return;
    byId('ask').value = live.dataset.ask;
    const question = live.dataset.ask && document.querySelector(`[data-field="${CSS.escape(live.dataset.ask)}"]`);
    const now = live.querySelector('#lead-now');
    if (question && now) {
      const most = now.querySelector('.at-most').cloneNode(true);
      most.classList.add('at-most-now');
      question.closest('[data-step]').querySelector('.title').append(most);
      const why = question.querySelector('.why-asked');
      why.replaceChildren(now.querySelector('.changes').cloneNode(true));
      revealPlace(question);
    }
    const news = asked !== live.dataset.ask || desk.dataset.at === 'end' && !first;
    if (news && !first) {
      if (all('#answered [name=ask]').some(a => a.value === asked)) remember();
      asked = live.dataset.ask;
      window.scrollTo(0, 0);
      if (question) focusFirst(question);
      else document.querySelector('[data-step]:not([hidden]) h1')?.focus({preventScroll: true});
    }
    all('[data-move=back]').forEach(back => { back.hidden = !trail.length && !all('#answered [name=ask]').length; });
  };
  document.addEventListener('htmx:afterSettle', apply);

  // ---- a warning sign interrupts when it is raised, and stays on top afterwards

  let told = null;
  // It comes with a reply while the next tap is already on its way. A tap meant for the page must not close it unread.
  const UNREAD = 500;
  let opened = 0;
  for (const name of ['click', 'cancel']) {
    byId('interrupt').addEventListener(name, event => {
      if (performance.now() - opened > UNREAD) return;
      event.preventDefault();
      event.stopPropagation();
    }, true);
  }
  const interrupt = first => {
    const flags = all('#alarm [data-flag]');
    // A flag that has become less urgent is no news.
    const news = flags.filter(flag => !first && !(told.get(flag.dataset.flag) <= Number(flag.dataset.rank)));
    told = new Map(flags.map(flag => [flag.dataset.flag, Number(flag.dataset.rank)]));
    if (news.length && desk.dataset.at !== 'advice') {
      byId('interrupt').querySelector('.flags').replaceChildren(...news.map(flag => flag.querySelector('.alarm-inside').cloneNode(true)));
      if (!byId('interrupt').open) {
        opened = performance.now();
        byId('interrupt').showModal();
      }
    } else if (!flags.length) {
      byId('interrupt').close();
    }
  };

  // ---- folded parts are fetched when they are unfolded

  const fill = async holder => {
    const address = holder.dataset.fill;
    if (!address) return;
    holder.removeAttribute('data-fill');
    holder.setAttribute('aria-busy', 'true');
    try {
      const reply = await fetch(address);
      if (!reply.ok) throw new Error(String(reply.status));
      const part = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('part');
      holder.replaceChildren(...part.childNodes);
    } catch {
      // The link to a page with the same content is still there, and unfolding it again tries again.
      holder.dataset.fill = address;
    }
    holder.removeAttribute('aria-busy');
  };
  document.addEventListener('toggle', event => {
    if (event.target.open) all(':scope > [data-fill]', event.target).forEach(fill);
  }, true);
  for (const link of all('[data-unfold]')) {
    link.setAttribute('role', 'button');
    link.setAttribute('aria-expanded', 'false');
  }
  form.addEventListener('click', async event => {
    const link = event.target.closest('[data-unfold]');
    if (!link) return;
    event.preventDefault();
    const holder = byId(link.dataset.unfold);
    const open = holder.hidden;
    if (open && !oneByOne()) {
      holder.dataset.fill = link.href;
      await fill(holder);
    }
    holder.hidden = !open;
    link.setAttribute('aria-expanded', String(open));
  });
  form.addEventListener('keydown', event => {
    if (event.key === ' ' && event.target.closest('[data-unfold]')) {
      event.preventDefault();
      event.target.click();
    }
  });

  // ---- the body chart and the list of places are two views of one set of radio buttons

  const chart = document.querySelector('.chart');
  const lists = all('[data-list]');
  let place = 0;
  const site = at => lists[at]?.querySelector('.question');
  const named = (name, value) => form.querySelector(`input[name="${CSS.escape(name)}"]${value === undefined ? ':checked' : `[value="${CSS.escape(value)}"]`}`);
  const sideField = at => `p${at}.${chart.dataset.side}`;
  const activate = at => {
    place = at;
    lists.forEach(list => { list.hidden = Number(list.dataset.list) !== at; });
    all('[data-tab]').forEach(tab => tab.setAttribute('aria-pressed', String(Number(tab.dataset.tab) === at)));
    draw();
  };
  const revealPlace = question => {
    const list = question.closest('[data-list]');
    if (list && chart) activate(Number(list.dataset.list));
  };
  const SVG = 'http://www.w3.org/2000/svg';
  const rank = (shape, at, shift) => {
    const group = document.createElementNS(SVG, 'g');
    group.setAttribute('transform', `translate(${Number(shape.dataset.x) + shift} ${shape.dataset.y})`);
    const circle = document.createElementNS(SVG, 'circle');
    circle.setAttribute('r', '9.5');
    const text = document.createElementNS(SVG, 'text');
    text.textContent = String(at + 1);
    group.append(circle, text);
    shape.closest('svg').querySelector('.ranks').append(group);
  };
  const draw = () => {
    if (!chart) return;
    const shapes = all('.shape', chart);
    shapes.forEach(shape => shape.classList.remove('chosen', 'current'));
    all('.ranks', chart).forEach(ranks => ranks.replaceChildren());
    const drawn = new Map();
    for (let at = lists.length - 1; at >= 0; at--) {
      const option = named(site(at).dataset.field)?.value;
      const side = chart.dataset.side && named(sideField(at))?.value;
      const ofOption = shapes.filter(shape => shape.dataset.option === option);
      const ofSide = ofOption.filter(shape => shape.dataset.ofSide === side);
      for (const shape of ofSide.length ? ofSide : ofOption) {
        shape.classList.add('chosen');
        shape.classList.toggle('current', at === place);
        if (!shape.dataset.x) continue;
        const before = drawn.get(shape) || 0;
        drawn.set(shape, before + 1);
        rank(shape, at, before * 16);
      }
    }
  };
  const mark = (option, name, on) => all('.shape', chart).forEach(shape => shape.classList.toggle(name, on && shape.dataset.option === option));
  if (chart) {
    chart.hidden = false;
    all('.place-tabs').forEach(tabs => { tabs.hidden = lists.length < 2; });
    activate(Math.max(0, lists.findIndex((list, at) => !named(site(at).dataset.field))));
    all('[data-tab]').forEach(tab => tab.addEventListener('click', () => activate(Number(tab.dataset.tab))));
    chart.addEventListener('click', event => {
      const shape = event.target.closest('.shape');
      if (!shape) return;
      const input = named(site(place).dataset.field, shape.dataset.option);
      input.checked = true;
      if (shape.dataset.ofSide) named(sideField(place), shape.dataset.ofSide).checked = true;
      if (oneByOne()) want('');
      draw();
      changed(input);
    });
    chart.addEventListener('pointerover', event => {
      all('.lists .option').forEach(o => o.classList.toggle('hinted', o.querySelector('input').value === event.target.dataset?.option));
    });
    chart.addEventListener('pointerleave', () => all('.lists .hinted').forEach(o => o.classList.remove('hinted')));
    for (const list of lists) {
      list.addEventListener('focusin', event => mark(event.target.value, 'focused', event.target.matches(':focus-visible')));
      list.addEventListener('focusout', () => mark(null, 'focused', false));
      list.addEventListener('pointerover', event => mark(event.target.closest('.option')?.querySelector('input').value, 'hinted', true));
      list.addEventListener('pointerleave', () => mark(null, 'hinted', false));
    }
    form.addEventListener('change', draw);
  }

  // ---- advice that does not match the answers shown must not look as if it did

  const stale = is => {
    const line = byId('stale');
    line.textContent = is ? line.dataset.text : '';
    line.hidden = !is;
    document.body.classList.toggle('is-stale', is);
  };
  ['htmx:sendError', 'htmx:responseError', 'htmx:timeout'].forEach(name => document.addEventListener(name, () => stale(true)));
  document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful) stale(false); });
  document.querySelector('#steps [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
  // On going back, a browser restores the answers but not the advice on them.
  window.addEventListener('pageshow', event => { if (event.persisted) changed(form); });
  apply();
  note();
})();
