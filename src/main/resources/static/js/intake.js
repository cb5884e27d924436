// Makes an intake quicker to use. The page works without these scripts, and nothing in them knows anything about medicine.
import './unseen.js';
import { changed, form } from './dom.js';
import { apply } from './reply.js';
import { keepAddress } from './sections.js';
import './answers.js';
import './units.js';
import './find.js';
import './sum.js';
import './unfold.js';
import './meanwhile.js';
import './offline.js';
import { catchUp } from './catch-up.js';

document.querySelector('#steps [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
apply();
keepAddress();
catchUp();
// On going back, a browser restores the answers but not the advice on them.
window.addEventListener('pageshow', event => {
  if (event.persisted) changed(form);
});
