/**
 * Comfort for the composer: answers come without a full page load, and the session under way is
 * remembered in this browser. Without this module the same form is posted, at the same addresses.
 */
import { keep, offer } from "./draft.js";

const SELECTOR = "#composer";
/** Long enough for a click to follow what was typed without being lost, short enough to be live. */
const PAUSE = 400;
let pending = null;
let later = null;
let shown = location.href;

/** A selector that finds "the same" control again once the session has been replaced. */
function keyOf(element) {
  if (!element?.closest?.(SELECTOR)) return null;
  const summary = element.matches("summary") ? " > summary" : "";
  const keyed = summary ? element.parentElement : element;
  if (keyed.dataset.key) return `[data-key="${CSS.escape(keyed.dataset.key)}"]${summary}`;
  if (element.tagName === "BUTTON" || !element.name) return null;
  return `[name="${CSS.escape(element.name)}"]:not([type="hidden"])`;
}

/** Where the focus goes after a button: with the item that it moved, else where it was. */
function afterwards(button) {
  const [verb, place] = (button?.value ?? "").split(".");
  const there = { monter: Number(place) - 1, descendre: Number(place) + 1 }[verb];
  const direction = verb === "monter" ? "up" : "down";
  if (there !== undefined) return [`[data-key="${direction}-${there}"]`, `#piece-${there}`];
  if (verb === "remplacer") return [`[data-key="swap-${place}"] > summary`, `#piece-${place}`];
  return [keyOf(button ?? document.activeElement), verb === "retirer" ? `#piece-${place}` : null];
}

function replaceWith(html, url, focus) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const session = fresh.querySelector(SELECTOR);
  const old = document.querySelector(SELECTOR);
  if (!session || !old) return false;
  const swapped = focus.some((selector) => selector?.startsWith('[data-key="swap-'));
  for (const open of old.querySelectorAll("details[data-key][open]")) {
    const key = open.dataset.key;
    if (swapped && key.startsWith("swap-")) continue;
    session.querySelector(`details[data-key="${CSS.escape(key)}"]`)?.setAttribute("open", "");
  }
  document.title = fresh.title;
  old.replaceWith(session);
  shown = location.href;
  const wanted = focus.filter(Boolean).map((selector) => session.querySelector(selector));
  wanted.find(Boolean)?.focus({ preventScroll: !swapped });
  announce(session.querySelector("#total")?.textContent);
  keep(session, url);
  return true;
}

async function ask(form, button, focus) {
  clearTimeout(later);
  pending?.abort();
  const request = (pending = new AbortController());
  const body = new URLSearchParams(new FormData(form, button));
  try {
    const response = await fetch(form.action, { method: "POST", body, signal: request.signal });
    if (!response.ok) throw new Error(String(response.status));
    const html = await response.text();
    if (response.redirected) history.pushState({}, "", response.url);
    if (!replaceWith(html, response.redirected ? response.url : "", focus)) location.reload();
  } catch (error) {
    if (error.name !== "AbortError") plainly(form, button);
  }
}

/** Post the form as without this module, for the browser to say what is wrong. */
function plainly(form, button) {
  if (button) {
    const field = Object.assign(document.createElement("input"), { type: "hidden" });
    form.append(Object.assign(field, { name: button.name, value: button.value }));
  }
  HTMLFormElement.prototype.submit.call(form);
}

function announce(text) {
  const place = document.querySelector("#composer-status");
  if (place && text) place.textContent = text.replace(/\s+/g, " ").trim();
}

function start() {
  const status = Object.assign(document.createElement("p"), { id: "composer-status" });
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!event.target.matches("[data-composer]") || button?.hasAttribute("formaction")) return;
    event.preventDefault();
    ask(event.target, button, afterwards(button));
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("[data-composer]");
    if (!form || event.target.closest(".settings, .add") || event.target.readOnly) return;
    clearTimeout(later);
    later = setTimeout(() => {
      if (form.isConnected && form.checkValidity()) ask(form, null, [keyOf(document.activeElement)]);
    }, PAUSE);
  });
  addEventListener("popstate", () => {
    if (location.href.split("#")[0] !== shown.split("#")[0]) location.reload();
  });
}

if (document.querySelector(SELECTOR)) start();
offer(document.querySelector("[data-draft]"));
const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
