// Arrow keys, Home and End walk through the steps, and the slider goes where it is let go. Without this script, links and a button do.
const at = () => document.getElementById('at');

const typing = target => target.closest('input:not([type=range]), textarea, select, [contenteditable]');

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
  // The slider has these keys itself, and a wide table or a rule is scrolled with them.
  if (event.target === at() || event.target.closest('[role=region]')) return;
  const link = document.querySelector(`.stepper [data-key="${event.key}"]:not([aria-disabled])`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

document.addEventListener('change', event => {
  if (event.target === at()) at().form.requestSubmit();
});
document.addEventListener('input', event => {
  if (event.target !== at()) return;
  const label = document.getElementById('at-label');
  label.textContent = label.textContent.replace(/\d+/, at().value);
});

document.addEventListener(
  'click',
  event => {
    if (event.target.closest('.stepper a[aria-disabled]')) event.preventDefault();
  },
  true,
);

const ready = () => {
  document.querySelector('.slider button').hidden = true;
};
ready();

// The page is not loaded anew, so a screen reader has to be told where it is.
document.addEventListener('htmx:afterSettle', () => {
  ready();
  const said = document.getElementById('said');
  document.getElementById('step-said').textContent =
    `${document.getElementById('at-label').textContent}. ${said ? said.textContent : ''}`;
});
