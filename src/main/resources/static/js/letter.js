// Printing the page of an advice prints the letter to the specialist, as it is at that moment. The print dialog waits for no answer, so
// the letter is asked for in a way that holds everything up, once, and only where somebody prints.
const links = document.getElementById('handover');

let undo = [];

const get = address => {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status}`);
  return request.responseText;
};
const styles = sheet => {
  const own = new CSSStyleSheet();
  own.replaceSync(get(new URL(sheet.getAttribute('href'), new URL(links.dataset.letter, location.href))));
  return own;
};
const putInPlace = (letter, sheets) => {
  const hidden = [...document.body.children].filter(element => !element.hidden);
  const used = [...document.styleSheets].filter(sheet => !sheet.disabled);
  const { className } = document.body;
  const paper = letter.querySelector('main');
  undo = [
    () => paper.remove(),
    () => hidden.forEach(element => (element.hidden = false)),
    () => used.forEach(sheet => (sheet.disabled = false)),
    () => (document.adoptedStyleSheets = []),
    () => (document.body.className = className),
  ];
  hidden.forEach(element => (element.hidden = true));
  used.forEach(sheet => (sheet.disabled = true));
  document.adoptedStyleSheets = sheets;
  document.body.className = letter.body.className;
  document.body.append(paper);
};

window.addEventListener('beforeprint', () => {
  // Only where the advice is open; the questions print as they are.
  if (undo.length || !links?.checkVisibility()) return;
  try {
    const letter = new DOMParser().parseFromString(get(links.dataset.letter), 'text/html');
    putInPlace(letter, [...letter.querySelectorAll('link[rel=stylesheet]')].map(styles));
  } catch {
    // Without a connection the page prints as it is.
  }
});
window.addEventListener('afterprint', () => {
  undo.forEach(step => step());
  undo = [];
});
document.addEventListener('click', event => {
  if (!event.target.closest('[data-print]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.print();
});
