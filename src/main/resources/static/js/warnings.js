// A warning sign interrupts when it is raised, and stays on top afterwards.
import { all, byId, desk, form } from './dom.js';

// It comes with a reply while the next tap is already on its way. A tap meant for the page must not close it unread.
const UNREAD = 500;

const dialog = byId('interrupt');
let told = null;
let opened = 0;
for (const name of ['click', 'cancel']) {
  const tooSoon = event => {
    if (performance.now() - opened > UNREAD) return;
    event.preventDefault();
    event.stopPropagation();
  };
  dialog.addEventListener(name, tooSoon, true);
}
form.addEventListener('click', event => {
  const button = event.target.closest('button[data-close]');
  if (button) byId(button.dataset.close).close();
});

// first: the warning signs came with the page, so they are no news
export const interrupt = first => {
  const flags = all('#alarm [data-flag]');
  // A flag that has become less urgent is no news.
  const news = flags.filter(flag => !first && !(told.get(flag.dataset.flag) <= Number(flag.dataset.rank)));
  told = new Map(flags.map(flag => [flag.dataset.flag, Number(flag.dataset.rank)]));
  if (news.length && desk.dataset.at !== 'advice') {
    const texts = news.map(flag => flag.querySelector('.alarm-inside').cloneNode(true));
    dialog.querySelector('.flags').replaceChildren(...texts);
    if (!dialog.open) {
      opened = performance.now();
      dialog.showModal();
    }
  } else if (!flags.length) {
    dialog.close();
  }
};
