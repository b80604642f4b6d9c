// Everything works without this. With it: what is wrong is read out, and Escape hides the page.
document.getElementById('error-summary')?.focus();

const hide = document.querySelector('[data-hide]');
if (hide) {
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') location.replace(hide.href);
  });
}

// A page that the browser kept is asked for again.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
