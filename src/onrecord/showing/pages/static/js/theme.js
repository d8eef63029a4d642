// Runs before the page is painted: a theme that was chosen holds from the first moment.
(() => {
  try {
    const chosen = localStorage.getItem("onrecord.theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch { /* a browser that keeps nothing follows the system */ }
})();
