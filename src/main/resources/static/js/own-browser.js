// Tells the tabs of one browser from those of other people: the name of a tab begins with that of its browser, which is random.
import { field } from './dom.js';

const KEY = 'browser';
const tab = field('tab');

try {
  const known = localStorage.getItem(KEY) || crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
  localStorage.setItem(KEY, known);
  if (!tab.value.includes('.')) tab.value = `${known}.${tab.value}`;
} catch {
  // A browser that keeps nothing counts as another one each time.
}
