// Folded parts are fetched when they are unfolded.
import { all, byId, form, oneByOne } from './dom.js';

export const fill = async holder => {
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

const fillOpened = event => {
  if (event.target.open) all(':scope > [data-fill]', event.target).forEach(fill);
};
// The event does not bubble.
document.addEventListener('toggle', fillOpened, true);

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
