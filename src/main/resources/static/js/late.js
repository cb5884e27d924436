// Offers answers that this browser could not send before the intake was closed for an amendment.
(async () => {
  'use strict';
  const form = document.getElementById('late');
  const prefix = `unsent ${form.dataset.draft} `;
  let kept = [];
  try {
    kept = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix));
  } catch { /* a private window keeps nothing */ }
  for (const [key, text] of kept) {
    // The draft is closed, so nothing is saved; the reply says how many of these answers it does not have.
    const {fields, ...rest} = JSON.parse(text);
    const body = new URLSearchParams(rest);
    for (const [name, values] of Object.entries(fields)) {
      body.append('touched', name);
      values.forEach(value => body.append(name, value));
    }
    const reply = await fetch(form.dataset.draft, {method: 'POST', body, headers: {'HX-Request': 'true'}});
    if (reply.headers.get('Answers-Refused') === '0') {
      localStorage.removeItem(key);
      continue;
    }
    for (const [name, value] of body) {
      if (!(name in fields)) continue;
      const input = document.createElement('input');
      Object.assign(input, {type: 'hidden', name, value});
      form.append(input);
    }
    form.hidden = false;
  }
  form.addEventListener('submit', () => kept.forEach(([key]) => localStorage.removeItem(key)));
})();
