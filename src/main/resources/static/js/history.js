// Every section and every question has its own address and title, so that back, forward and reload work as everywhere.
import { all, byId, desk, oneByOne } from './dom.js';

let travelling = false;
export const travel = () => {
  travelling = true;
};

const titled = () => {
  const heading = document.querySelector('[data-step]:not([hidden]) h1')?.textContent;
  return [heading, byId('reference').value.trim(), desk.dataset.title].filter(Boolean).join(' - ');
};

// The address of what is shown. replace: it is the page itself that has just come, so there is nothing to go back to.
export const keepAddress = replace => {
  const where = new URLSearchParams({ at: desk.dataset.at });
  if (oneByOne()) where.set('lead', 'one');
  if (oneByOne() && desk.dataset.at !== 'advice' && byId('ask').value) where.set('ask', byId('ask').value);
  if (byId('later').value) where.set('later', byId('later').value);
  const address = `${location.pathname}?${where}`;
  document.title = titled();
  if (replace || travelling) history.replaceState({ step: history.state?.step || 0 }, '', address + location.hash);
  else if (address !== location.pathname + location.search) {
    history.pushState({ step: (history.state?.step || 0) + 1 }, '', address);
  }
  travelling = false;
  for (const back of all('[data-move=back]')) back.hidden = !canGoBack() && !all('#answered [name=ask]').length;
};

export const canGoBack = () => (history.state?.step || 0) > 0;
