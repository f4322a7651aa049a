/**
 * Comfort for moderators: one tap decides without a reload, and what comes in shows by itself, but
 * never while somebody is typing an answer or choosing what to merge.
 */
import { Poll, ask } from "./poll.js";

const desk = document.querySelector("#desk");

/** Whether the list may be replaced without taking something from under somebody's finger. */
function isFree() {
  const typing = desk.querySelector(".desk__answer[open]");
  return !typing && !location.search;
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("#desk");
  if (!fresh) return false;
  for (const open of desk.querySelectorAll("details[data-keep][open]")) {
    fresh.querySelector(`details[data-keep="${open.dataset.keep}"]`)?.setAttribute("open", "");
  }
  const focused = document.activeElement?.closest?.(".desk__one");
  desk.replaceChildren(...fresh.childNodes);
  if (focused) (document.getElementById(focused.id)?.querySelector("button") ?? document.getElementById("waiting"))?.focus();
  return true;
}

const poll = new Poll({
  url: location.pathname,
  etag: desk.dataset.etag,
  every: Number(desk.dataset.every),
  fresh: (html) => isFree() && show(html),
});

desk.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  // Merging leads from page to page.
  if (location.search) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.set(submitter.name, submitter.value);
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  try {
    const response = await ask(form.action, { method: "POST", body });
    if (!response.ok || !show(await response.text())) throw new Error(String(response.status));
    poll.etag = "";
  } catch {
    const fault = desk.querySelector("[data-fault]");
    fault.hidden = false;
    fault.textContent = desk.dataset.failed;
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }
});
