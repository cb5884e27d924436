// A page that a browser kept while another was shown has the token of a form that was already sent.
window.addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
