// Finds an option in a long list by any of its words. What is ticked stays in sight.
import { all } from './dom.js';

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const filter = (list, typed) => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const group of all('.option-group', list)) {
    const heading = plain(group.querySelector('.group-name')?.textContent || '');
    let shown = 0;
    for (const option of all('.option', group)) {
      const text = plain(option.textContent);
      const fits = words.every(word => text.includes(word) || heading.includes(word));
      option.hidden = !fits && !option.querySelector(':checked');
      shown += option.hidden ? 0 : 1;
      found += fits ? 1 : 0;
    }
    group.hidden = !shown;
  }
  const said = list.querySelector('.find [role=status]');
  said.textContent = found ? '' : said.dataset.none;
};

for (const find of all('.find')) {
  find.hidden = false;
  const list = find.closest('.choice');
  const input = find.querySelector('input');
  // A filter is no answer: nothing is sent, and nobody is led on.
  for (const type of ['input', 'change', 'keydown']) {
    input.addEventListener(type, event => {
      if (type === 'keydown' && event.key !== 'Enter' && event.key !== 'Escape') return;
      event.stopPropagation();
      if (event.key === 'Enter') event.preventDefault();
      if (event.key === 'Escape') input.value = '';
      filter(list, input.value);
    });
  }
}
