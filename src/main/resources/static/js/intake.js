// Makes an intake quicker to use. The page works without these scripts, and nothing in them knows anything about medicine.
import './unseen.js';
import { all, changed, focusFirst, form } from './dom.js';
import { apply } from './reply.js';
import { keepAddress } from './history.js';
import './answers.js';
import './units.js';
import './find.js';
import './sum.js';
import './unfold.js';
import './meanwhile.js';
import './offline.js';
import { catchUp } from './catch-up.js';

// A new intake begins at its first question.
const focusOnFirst = () => {
  const shown = all('.question').find(question => question.offsetParent);
  const given = all('.question input').some(i => (i.type === 'text' ? i.value : i.checked));
  if (shown && !given && !location.hash && document.activeElement === document.body) focusFirst(shown);
};
document.querySelector('#steps [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
apply();
keepAddress(true);
focusOnFirst();
catchUp();
// On going back, a browser restores the answers but not the advice on them.
window.addEventListener('pageshow', event => {
  if (event.persisted) changed(form);
});
