// An editor with colours and completion over the plain text field, which stays what is sent. It saves a moment after the last key.
const PAUSE = 400;
const text = document.getElementById('text');
const form = document.getElementById('edit');
const state = document.getElementById('saved');
const dark = matchMedia('(prefers-color-scheme: dark)');

const start = () => {
  const place = document.getElementById('ace');
  // Our pages allow no style but that of our own files.
  ace.config.set('useStrictCSP', true);
  ace.config.set('basePath', '/webjars/ace-builds/src-min-noconflict');
  const editor = ace.edit(place, {
    mode: `ace/mode/${text.dataset.mode}`,
    theme: dark.matches ? 'ace/theme/one_dark' : 'ace/theme/textmate',
    value: text.value,
    useWorker: false,
    enableBasicAutocompletion: true,
    enableKeyboardAccessibility: true,
    showPrintMargin: false,
    fontSize: 14,
    tabSize: 4,
    useSoftTabs: true,
  });
  editor.textInput.setAriaOptions({ setLabel: false });
  editor.textInput.getElement().setAttribute('aria-label', place.dataset.label);
  text.hidden = true;
  place.hidden = false;
  document.getElementById('save').hidden = true;

  const ids = [...new Set(text.value.match(/"[a-z0-9]+(?:[.-][a-z0-9]+)+"/g) || [])].map(id => id.slice(1, -1));
  fetch(`${location.pathname}/ids`)
    .then(reply => (reply.ok ? reply.json() : ids))
    .then(known => {
      editor.completers = [
        {
          identifierRegexps: [/[\w.-]/],
          getCompletions: (_, session, at, prefix, found) =>
            found(
              null,
              known
                .filter(id => id.includes(prefix))
                .slice(0, 200)
                .map(id => ({ value: id })),
            ),
        },
      ];
    });

  const marks = () =>
    editor.session.setAnnotations(
      [...document.querySelectorAll('#faults li')]
        .filter(f => f.dataset.file === form.elements.file.value)
        .map(f => ({ row: Math.max(0, f.dataset.line - 1), text: f.dataset.problem, type: 'error' })),
    );
  const line = Number(text.dataset.line);
  if (line > 0) editor.gotoLine(line, 0, false);
  marks();

  let waiting;
  editor.session.on('change', () => {
    state.textContent = state.dataset.saving;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      text.value = editor.getValue();
      htmx.trigger(form, 'save');
    }, PAUSE);
  });
  // Leaving before the pause is over loses nothing.
  addEventListener('pagehide', () => {
    if (text.value === editor.getValue()) return;
    text.value = editor.getValue();
    navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
  });
  document.addEventListener('htmx:beforeSwap', event => {
    // A refusal is shown where the faults are.
    if (event.detail.xhr.status === 422) event.detail.shouldSwap = true;
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.elt !== form) return;
    state.textContent = event.detail.successful ? state.dataset.saved : state.dataset.lost;
    marks();
  });
};

if (window.ace) start();
else addEventListener('load', () => window.ace && start());
