/**
 * Upgrades the listing: facets, chips, sorts, layouts and pages answer without a full page load.
 * Without this module the facets are a plain GET form and the rest plain links, at the same addresses.
 */
const SELECTOR = "#listing";
const announcer = document.querySelector("#listing-status");
let pending = null;
let shown = location.pathname + location.search;

/** The address the form would have asked for, empty fields left out so that it stays short. */
function addressOf(form) {
  const url = new URL(form.getAttribute("action") || location.pathname, location.href);
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  url.search = new URLSearchParams(filled).toString();
  return url;
}

/** A selector that finds "the same" control again once the listing has been replaced. */
function keyOf(element) {
  if (!element?.closest(SELECTOR)) return null;
  if (element.dataset.key) return `[data-key="${CSS.escape(element.dataset.key)}"]`;
  if (!element.name) return null;
  const value = element.type === "checkbox" ? `[value="${CSS.escape(element.value)}"]` : "";
  return `[name="${CSS.escape(element.name)}"]${value}`;
}

/** Where the focus goes once the listing is replaced: where people are by then, else `focus`. */
function nextFocus(listing, focus) {
  const here = document.activeElement;
  if (focus === null || (here && here !== document.body && !listing.contains(here))) return null;
  return keyOf(here) ?? focus;
}

async function load(url, { push = true, focus = null, toTop = false } = {}) {
  const listing = document.querySelector(SELECTOR);
  pending?.abort();
  const request = (pending = new AbortController());
  listing.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { signal: request.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector(SELECTOR);
    if (!response.ok || !fresh) throw new Error(`No listing at ${url}`);
    for (const open of listing.querySelectorAll("details[id][open]")) {
      fresh.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
    }
    if (push) history.pushState({ listing: true }, "", url);
    document.title = page.title;
    shown = location.pathname + location.search;
    const next = nextFocus(listing, focus);
    listing.replaceWith(fresh);
    const count = fresh.querySelector(".listing__count");
    if (announcer && count) announcer.textContent = count.textContent.trim();
    if (toTop) fresh.scrollIntoView({ block: "start" });
    if (next !== null) (fresh.querySelector(next || ":not(*)") ?? count)?.focus({ preventScroll: true });
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
  }
}

function start() {
  document.documentElement.classList.add("has-js");
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.(`${SELECTOR} form`);
    if (!form) return;
    // What people type in changes when they leave it: going back there would hold them.
    const typed = event.target.matches("input:not([type=checkbox])");
    load(addressOf(form), { focus: typed ? "" : (keyOf(event.target) ?? "") });
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.closest(SELECTOR)) return;
    event.preventDefault();
    load(addressOf(event.target), { focus: keyOf(document.activeElement) ?? "" });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(`${SELECTOR} a[data-listing-link]`);
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    load(link.href, { focus: keyOf(link) ?? "", toTop: link.dataset.listingLink === "page" });
  });
  addEventListener("popstate", () => {
    // A jump inside the page (a skip link) is a popstate too, and changes nothing in the list.
    if (location.pathname + location.search !== shown) load(location.href, { push: false });
  });
}

if (document.querySelector(SELECTOR)) start();
