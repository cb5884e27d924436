// Saves every answer as it is given. Answers that could not be sent stay in this browser until they are; changes by others appear.
(() => {
  'use strict';
  const form = document.getElementById('form');
  const line = document.getElementById('saving');
  const field = name => form.elements.namedItem(name);
  const kept = /^((q|p\d)\..+|policy|reference)$/;
  const prefix = `unsent ${location.pathname} `;
  const own = prefix + field('tab').value;
  const store = {
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window: nothing outlives it anyway */ } },
    remove: key => { try { localStorage.removeItem(key); } catch { /* as above */ } },
    entries: () => { try { return Object.entries(localStorage).filter(([key]) => key.startsWith(prefix)); } catch { return []; } },
  };

  // The values of each field that was changed here and may not be saved yet.
  const unsent = new Map();
  let turn = 0;
  let fresh = false;
  let timer = 0;

  const values = name => new FormData(form).getAll(name).filter(value => value !== '');
  const same = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);
  const edit = () => ({revision: field('revision').value, tab: field('tab').value, who: field('who').value,
    turn: fresh ? turn + 1 : turn, places: form.querySelector('input[name=places]').value, fields: Object.fromEntries(unsent)});
  const keep = () => unsent.size ? store.set(own, JSON.stringify(edit())) : store.remove(own);
  const say = (state, n) => {
    const text = line.dataset[state].replace('{0}', n);
    line.dataset.state = state;
    if (line.textContent !== text) line.textContent = text;
    if (state === 'closed') {
      const link = document.createElement('a');
      link.href = location.pathname;
      link.textContent = line.dataset.record;
      line.append(' ', link);
    }
  };

  const note = event => {
    const name = event.target.name;
    if (name === 'who') store.set('who', event.target.value);
    if (!name || !kept.test(name)) return;
    unsent.set(name, values(name));
    fresh = true;
    keep();
  };
  // This must run before htmx reacts, and after page.js has cleared the answers that exclude each other.
  form.addEventListener('input', note);
  form.addEventListener('change', event => {
    note(event);
    // Say so from now on, not only once it is sent.
    if (unsent.has(event.target.name)) say('saving');
  }, true);

  // The request that htmx makes anyway carries the answers to save.
  document.addEventListener('htmx:configRequest', event => {
    if (event.detail.elt !== form) return;
    turn += 1;
    fresh = false;
    keep();
    event.detail.sent = new Map(unsent);
    event.detail.formData.set('turn', turn);
    for (const name of unsent.keys()) event.detail.formData.append('touched', name);
    if (unsent.size) say('saving');
  });
  document.addEventListener('htmx:beforeOnLoad', event => {
    const sent = event.detail.requestConfig.sent;
    if (sent && event.detail.xhr.status === 200) saved(sent);
  });
  document.addEventListener('htmx:afterRequest', event => {
    const sent = event.detail.requestConfig.sent;
    if (!sent) return;
    if (event.detail.successful) {
      follow(document.getElementById('told'));
    } else if (event.detail.xhr.status === 409 || event.detail.xhr.status === 404) {
      // Somebody else has closed the draft, or it is gone. Sending the answers again would not help.
      say('closed', event.detail.xhr.getResponseHeader('Answers-Refused') || unsent.size);
    } else if (event.detail.failed || event.detail.xhr.status === 0) {
      lost();
    }
  });
  form.addEventListener('submit', () => {
    field('turn').value = turn += 1;
    fresh = false;
    keep();
  });

  const saved = sent => {
    sent.forEach((was, name) => { if (unsent.has(name) && same(unsent.get(name), was)) unsent.delete(name); });
    keep();
    if (!unsent.size) say('saved');
  };
  const again = () => form.dispatchEvent(new Event('change', {bubbles: true}));
  const lost = () => {
    say('lost', unsent.size);
    clearTimeout(timer);
    timer = setTimeout(again, 3000);
  };
  // An aborted request was overtaken by a newer one, which carries everything that it did.
  window.addEventListener('online', () => { if (line.dataset.state === 'lost') again(); });

  // Changes by others: the fields follow, and the changes stay listed until somebody closes the list.
  const follow = told => {
    if (!told) return;
    const list = document.getElementById('meanwhile');
    let anew = false;
    for (const item of told.querySelectorAll('li')) {
      const name = item.dataset.field;
      anew = anew || item.dataset.anew === 'true';
      if (name && !unsent.has(name)) show(name, [...item.querySelectorAll('data')].map(d => d.value));
      list.querySelector('ul').append(item);
      list.hidden = false;
    }
    const others = document.getElementById('others');
    if (others.textContent !== told.dataset.others) others.textContent = told.dataset.others;
    if (anew) {
      // A different number of places needs a new page. Unsent answers go first, with the places of this page.
      if (unsent.size) return again();
      return location.replace(`${location.pathname}?at=${encodeURIComponent(document.getElementById('at').value)}&since=${field('revision').value}&tab=${encodeURIComponent(field('tab').value)}`);
    }
    field('revision').value = told.dataset.revision;
    keep();
    told.querySelector('.told')?.remove();
  };
  const show = (name, now) => {
    const inputs = [...form.elements].filter(input => input.name === name);
    for (const input of inputs) {
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = now.includes(input.value);
      else if (input.type === 'text') input.value = now.find(value => !inputs.some(i => i !== input && i.value === value)) ?? '';
    }
  };
  document.getElementById('meanwhile').querySelector('button').addEventListener('click', () => {
    const list = document.getElementById('meanwhile');
    list.querySelector('ul').replaceChildren();
    list.hidden = true;
  });

  const look = async () => {
    if (document.hidden || unsent.size) return;
    const query = new URLSearchParams({since: field('revision').value, tab: field('tab').value, who: field('who').value});
    try {
      const reply = await fetch(`${location.pathname}/meanwhile?${query}`, {headers: {'HX-Request': 'true'}});
      if (!reply.ok || unsent.size) return;
      const told = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('told');
      const news = told && told.dataset.revision !== field('revision').value;
      follow(told);
      if (news || line.dataset.state === 'lost') again();
    } catch {
      say('lost', unsent.size);
    }
  };
  setInterval(look, 8000);
  window.addEventListener('pageshow', event => { if (event.persisted) look(); });

  // Sends what was typed last if the page is left before it was sent.
  window.addEventListener('pagehide', () => {
    navigator.sendBeacon(`${location.pathname}/left`, new URLSearchParams({tab: field('tab').value}));
    if (!unsent.size) return;
    const last = edit();
    if (fresh) { turn += 1; fresh = false; keep(); }
    navigator.sendBeacon(location.pathname, body(last));
  });
  const body = ({fields, ...rest}) => {
    const data = new URLSearchParams(rest);
    for (const [name, now] of Object.entries(fields)) {
      data.append('touched', name);
      now.forEach(value => data.append(name, value));
    }
    return data;
  };

  // Sends what an earlier page could not send any more, as a change to the answers that that page showed.
  const catchUp = async () => {
    const left = store.entries().filter(([key]) => key !== own);
    let last = null;
    for (const [key, text] of left) {
      try {
        last = JSON.parse(text);
        const reply = await fetch(location.pathname, {method: 'POST', body: body(last), headers: {'HX-Request': 'true'}});
        if (reply.status === 409) {
          if (reply.headers.get('Answers-Refused') === '0') store.remove(key);
          return say('closed', reply.headers.get('Answers-Refused'));
        }
        if (!reply.ok) throw new Error(String(reply.status));
        store.remove(key);
      } catch {
        say('lost', left.length);
        timer = setTimeout(catchUp, 3000);
        return;
      }
    }
    if (last) {
      const query = new URLSearchParams({at: document.getElementById('at').value, since: last.revision, tab: last.tab});
      if (unsent.size) again();
      else location.replace(`${location.pathname}?${query}`);
    }
  };
  try { field('who').value = localStorage.getItem('who') || field('who').value; } catch { /* as above */ }
  catchUp();
})();
