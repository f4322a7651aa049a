/**
 * On every page: fetches a module when there is something for it to do, and not before. A request
 * that most pages do not need is one that a poor network does not wait for.
 */
const BOOKLET = "maillage.booklet";

/** Whether this device keeps a booklet, whose link the header then shows. */
function hasBooklet() {
  try {
    return localStorage.getItem(BOOKLET) !== null;
  } catch {
    return false;
  }
}

const forBooklet = () => import("./booklet.js");
const forSearch = () => import("./search.js");

if (document.querySelector("[data-booklet-add], [data-booklet]") || hasBooklet()) forBooklet();
else addEventListener("storage", forBooklet, { once: true });

// The search page has a switch to set; elsewhere it is enough when somebody goes to a box.
const box = "form[data-suggestions] [name=q]";
if (document.querySelector("[data-suggestions-switch]") || document.activeElement?.matches(box)) forSearch();
else document.addEventListener("focusin", (event) => event.target.matches?.(box) && forSearch());
