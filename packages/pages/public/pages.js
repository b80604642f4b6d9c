// Everything works without this. With it: what is wrong is read out, Escape hides the page, and a section closes when
// what may be seen of somebody changes.
document.getElementById('error-summary')?.focus();

const hide = document.querySelector('[data-hide]');
if (hide) {
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') location.replace(hide.href);
  });
}

const live = document.querySelector('[data-live]');
if (live && 'EventSource' in window) {
  const source = new EventSource(live.dataset.live);
  const close = () => {
    source.close();
    for (const section of document.querySelectorAll('[data-closes]')) section.replaceChildren();
    live.hidden = false;
    live.focus();
  };
  for (const name of ['changed', 'over']) source.addEventListener(name, close);
  source.addEventListener('error', close);
}

// A page that the browser kept is asked for again.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
