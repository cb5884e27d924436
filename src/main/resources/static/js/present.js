// Shows pages to a room: the arrow keys turn the pages, every link keeps the large letters, and Escape leaves.
const PARAMETER = 'present';

const turned = rel => document.querySelector(`link[rel=${rel}]`)?.href;
const kept = address => {
  const url = new URL(address);
  if (!url.searchParams.has(PARAMETER)) url.searchParams.set(PARAMETER, '');
  return url.href;
};
const atTop = () => window.scrollY <= 1;
const atEnd = () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
const next = key => key === 'ArrowRight' || (key === 'PageDown' && atEnd());
const before = key => key === 'ArrowLeft' || (key === 'PageUp' && atTop());

// What follows a question to the class is hidden until somebody has guessed, and shown up to the next question.
const text = document.querySelector('.lesson > .text');
const questions = [...(text?.querySelectorAll(':scope > p') || [])].filter(p => p.firstChild?.nodeName === 'STRONG');
const after = element => [...text.children].slice([...text.children].indexOf(element) + 1);
const hidden = () => [...(text?.querySelectorAll(':scope > [hidden]') || [])];
const button = document.createElement('button');
const reveal = () => {
  const until = hidden().findIndex(e => questions.includes(e));
  const shown = until < 0 ? hidden() : hidden().slice(0, until + 1);
  for (const each of shown) each.hidden = false;
  button.hidden = !hidden().length;
};
if (questions.length) {
  for (const each of after(questions[0])) each.hidden = true;
  Object.assign(button, { type: 'button', className: 'button', textContent: text.dataset.reveal });
  button.addEventListener('click', reveal);
  text.after(button);
}

document.addEventListener('keydown', event => {
  // A field or another script may need the key itself.
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, select, textarea, pre, .wide-table')) return;
  if (next(event.key) && hidden().length) {
    event.preventDefault();
    reveal();
    return;
  }
  const to = next(event.key)
    ? turned('next')
    : before(event.key)
      ? turned('prev')
      : event.key === 'Escape'
        ? document.querySelector('.leave')?.href
        : null;
  if (!to) return;
  event.preventDefault();
  location.assign(to);
});
// Steps are put into the page without loading it anew.
document.addEventListener('htmx:configRequest', event => {
  const url = new URL(kept(new URL(event.detail.path, location.href)));
  event.detail.path = url.pathname + url.search;
});
document.addEventListener(
  'click',
  event => {
    const link = event.target.closest('a[href]');
    if (link && link.origin === location.origin && !link.matches('.leave, [href^="#"]')) link.href = kept(link.href);
  },
  true,
);
document.addEventListener(
  'submit',
  event => {
    if (event.target.method !== 'get' || event.target.elements[PARAMETER]) return;
    const keep = document.createElement('input');
    Object.assign(keep, { type: 'hidden', name: PARAMETER, value: '' });
    event.target.append(keep);
  },
  true,
);
