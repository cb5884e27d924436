// Changes by others: the fields follow, and the changes stay listed until somebody closes the list.
import { all, byId, field, form } from './dom.js';
import { keepUnsent, say, sendAgain, state, unsent } from './saving.js';

const PAUSE = 8000;
const list = byId('meanwhile');

const fillIn = (name, values) => {
  const inputs = [...form.elements].filter(input => input.name === name);
  for (const input of inputs) {
    if (input.type === 'radio' || input.type === 'checkbox') input.checked = values.includes(input.value);
    else if (input.type === 'textarea') input.value = values.join('\n');
    else if (input.type === 'select-one') input.value = values[0] ?? '';
    else if (input.type === 'text') {
      input.value = values.find(value => !inputs.some(i => i !== input && i.value === value)) ?? '';
    }
  }
};

const follow = told => {
  if (!told) return;
  let anew = false;
  for (const item of all('li', told)) {
    const name = item.dataset.field;
    anew = anew || item.dataset.anew === 'true';
    if (name && !unsent.has(name))
      fillIn(
        name,
        all('data', item).map(d => d.value),
      );
    list.querySelector('ul').append(item);
    list.hidden = false;
  }
  const others = byId('others');
  if (others.textContent !== told.dataset.others) others.textContent = told.dataset.others;
  if (anew) {
    // A different number of places needs a new page. Unsent answers go first, with the places of this page.
    if (unsent.size) return sendAgain();
    const query = { at: byId('at').value, since: field('revision').value, tab: field('tab').value };
    return location.replace(`${location.pathname}?${new URLSearchParams(query)}`);
  }
  field('revision').value = told.dataset.revision;
  keepUnsent();
  told.querySelector('.told')?.remove();
};
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.requestConfig.sent && event.detail.successful) follow(byId('told'));
});
list.querySelector('button').addEventListener('click', () => {
  list.querySelector('ul').replaceChildren();
  list.hidden = true;
});

const look = async () => {
  if (document.hidden || unsent.size) return;
  const query = { since: field('revision').value, tab: field('tab').value, who: field('who').value };
  try {
    const address = `${location.pathname}/meanwhile?${new URLSearchParams(query)}`;
    const reply = await fetch(address, { headers: { 'HX-Request': 'true' } });
    if (!reply.ok || unsent.size) return;
    const told = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('told');
    const news = told && told.dataset.revision !== field('revision').value;
    follow(told);
    if (news || state() === 'lost') sendAgain();
  } catch {
    say('lost', unsent.size);
  }
};
setInterval(look, PAUSE);
window.addEventListener('pageshow', event => {
  if (event.persisted) look();
});
