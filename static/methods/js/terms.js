/**
 * Shows the definition of a term beside it: on hover, on focus, on a first tap. It stays while it
 * is hovered, Esc closes it (WCAG 1.4.13). Without this module the terms are plain links.
 */
const { more } = document.querySelector("script[data-more]").dataset;
const GAP = 8;
const LEAVING = 250;

const box = document.createElement("div");
const text = document.createElement("p");
const link = document.createElement("a");
let shown = null;
let leaving = 0;
let tapped = null;

/** What a screen reader says after the link: there before the focus comes. */
function describe(terms) {
  const descriptions = document.createElement("div");
  descriptions.hidden = true;
  terms.forEach((term, number) => {
    const description = document.createElement("p");
    description.id = `definition-${number}`;
    description.textContent = term.dataset.definition;
    descriptions.append(description);
    term.setAttribute("aria-describedby", description.id);
  });
  document.body.append(descriptions);
}

/** Below the first line of the words, or above when there is no room; never out of the window. */
function place(term) {
  const words = term.getClientRects()[0];
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const left = Math.min(Math.max(GAP, words.left), Math.max(GAP, room - width - GAP));
  const below = words.bottom + GAP;
  const above = words.top - height - GAP;
  const top = below + height > innerHeight && above > 0 ? above : below;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

function show(term) {
  clearTimeout(leaving);
  if (shown === term) return;
  text.textContent = term.dataset.definition;
  link.href = term.href;
  shown = term;
  if (!box.matches(":popover-open")) box.showPopover();
  place(term);
}

function hide() {
  clearTimeout(leaving);
  if (shown) box.hidePopover();
  shown = null;
}

function leave() {
  clearTimeout(leaving);
  leaving = setTimeout(hide, LEAVING);
}

function listenTo(term) {
  const mouse = (act) => (event) => event.pointerType !== "touch" && act(term);
  term.addEventListener("pointerenter", mouse(show));
  term.addEventListener("pointerleave", mouse(leave));
  term.addEventListener("focus", () => show(term));
  term.addEventListener("blur", (event) => event.relatedTarget !== link && leave());
  term.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch" && shown !== term ? term : null;
  });
  term.addEventListener("click", (event) => {
    // The first tap shows the definition; the second one follows the link.
    if (tapped !== term) return;
    event.preventDefault();
    tapped = null;
    show(term);
  });
}

function start() {
  const terms = document.querySelectorAll("a.term[data-definition]");
  box.className = "definition";
  box.popover = "manual";
  link.textContent = more;
  // The words themselves lead there too: one stop of the keyboard is enough.
  link.tabIndex = -1;
  box.append(text, link);
  box.addEventListener("pointerenter", () => clearTimeout(leaving));
  box.addEventListener("pointerleave", leave);
  document.body.append(box);
  describe(terms);
  terms.forEach(listenTo);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !shown.contains(event.target) && !box.contains(event.target)) hide();
  });
  addEventListener("resize", hide);
}

if ("popover" in HTMLElement.prototype) start();
