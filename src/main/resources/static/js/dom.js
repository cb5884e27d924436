// The parts of the page that the other scripts of an intake work on.
export const form = document.getElementById('form');
export const desk = document.getElementById('desk');

export const byId = id => document.getElementById(id);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
export const field = name => form.elements.namedItem(name);
export const oneByOne = () => desk.dataset.lead === 'one';

// Has the answers sent, as if somebody had just changed this field, or none where it is the form itself.
export const changed = element => element.dispatchEvent(new Event('change', { bubbles: true }));
export const focusFirst = question =>
  (question.querySelector('input:checked') || question.querySelector('.answer input:not([type=search])')).focus({
    preventScroll: true,
  });
