// "Not known" and "none" exclude everything else, and a screen reader is told what a change has done.
document.addEventListener('change', event => {
  const box = event.target.closest('.editor input[type=checkbox]');
  if (!box || !box.checked) return;
  const alone = ['none', 'not-known'].includes(box.value);
  for (const other of box.form.querySelectorAll('input[type=checkbox]')) {
    if (other !== box && (alone || ['none', 'not-known'].includes(other.value))) other.checked = false;
  }
});

document.addEventListener('htmx:afterSettle', () => {
  const said = document.getElementById('said');
  document.getElementById('what-if-said').textContent = said ? said.textContent : '';
  document.querySelector('.editor [autofocus]')?.focus();
});
