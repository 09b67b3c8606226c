// Runs before the first paint: gives a page that is to look like the system the system's theme.
(() => {
  const root = document.documentElement;
  if (root.dataset.theme !== "SYSTEM") {
    return;
  }
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
  dark.addEventListener("change", follow);
  follow();
})();
