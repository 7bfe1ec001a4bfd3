// Runs before the first paint, so that neither the theme nor somebody else's figures flash up.
(function () {
  var page = document.documentElement;
  var wish = new URLSearchParams(location.search);
  if (wish.get('theme') === 'dark') page.dataset.theme = 'dark';
  if (wish.get('mode') === 'screen') page.dataset.mode = 'screen';
  try {
    if (localStorage.getItem('fundlens-library') === 'own') page.dataset.library = 'own';
  } catch {
    // Storage may be forbidden; then nothing of the reader's own was kept either.
  }
})();
