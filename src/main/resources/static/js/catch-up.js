// Sends what an earlier page could not send any more, as a change to the answers that that page showed.
import { byId } from './dom.js';
import { own, say, sendAgain, tryLater, unsent } from './saving.js';
import { asRequest, drop, unsentOf } from './unsent.js';

export const catchUp = async () => {
  const left = unsentOf(location.pathname).filter(([key]) => key !== own);
  let last = null;
  for (const [key, text] of left) {
    try {
      last = JSON.parse(text);
      const request = { method: 'POST', body: asRequest(last), headers: { 'HX-Request': 'true' } };
      const reply = await fetch(location.pathname, request);
      if (reply.status === 409) {
        if (reply.headers.get('Answers-Refused') === '0') drop(key);
        return say('closed', reply.headers.get('Answers-Refused'));
      }
      if (!reply.ok) throw new Error(String(reply.status));
      drop(key);
    } catch {
      say('lost', left.length);
      return tryLater(catchUp);
    }
  }
  if (!last) return;
  const query = new URLSearchParams({ at: byId('at').value, since: last.revision, tab: last.tab });
  if (unsent.size) sendAgain();
  else location.replace(`${location.pathname}?${query}`);
};
