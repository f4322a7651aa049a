/**
 * Keeps "now" and "next" right while the page stays open. All it needs is in the page: in a
 * courtyard without network it goes on.
 */
import { dress } from "./zone.js";

const EVERY = 20_000;
const panel = document.querySelector(".live");

/** The lines of the page that will take place, each once, by start. */
function standing() {
  const found = new Map();
  for (const line of document.querySelectorAll(".item:not(.is-cancelled)")) {
    const { from, until, keys } = line.dataset;
    const agenda = line.closest(".agenda");
    if (agenda || !found.has(keys + from)) {
      found.set(keys + from, { line, start: new Date(from), until: new Date(until) });
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** A copy of a line of the agenda, which says its hours. */
function copy({ line }) {
  const twin = line.cloneNode(true);
  twin.hidden = false;
  for (const extra of twin.querySelectorAll("button, .own-time")) extra.remove();
  if (!twin.querySelector("time")) {
    const time = document.createElement("time");
    time.className = "item__hours";
    time.dateTime = line.dataset.from;
    time.textContent = line.dataset.hours;
    twin.prepend(time, " ");
  }
  return twin;
}

function fill(part, found) {
  const list = part.querySelector("ul");
  const keys = (lines) => lines.map((line) => line.dataset.keys + line.dataset.from).join();
  part.querySelector("p").hidden = found.length > 0;
  // Left alone when nothing changed: whoever is on a link of it stays there.
  if (keys([...list.children]) === keys(found.map(({ line }) => line))) return;
  list.replaceChildren(...found.map(copy));
  dress(part);
}

function phaseOf(lines, now) {
  if (lines.every(({ start }) => now < start)) return "is-before";
  return lines.some(({ until }) => now < until) ? "is-during" : "is-after";
}

/** Marks each start time of the agenda; without a phase the marks go. */
function mark(now, during) {
  for (const head of document.querySelectorAll(".agenda__time")) {
    const list = head.nextElementSibling;
    const lines = [...list.children].map(({ dataset }) => ({
      start: new Date(dataset.from),
      until: new Date(dataset.until),
    }));
    for (const element of [head, list]) {
      element.classList.remove("is-before", "is-during", "is-after");
      if (during) element.classList.add(phaseOf(lines, now));
    }
  }
}

function refresh(lines) {
  const now = new Date();
  const first = new Date(panel.dataset.first);
  const before = now < first;
  const during = !before && now < new Date(panel.dataset.last);
  const [wait, parts] = panel.children;
  panel.hidden = !before && !during;
  wait.hidden = !before;
  parts.hidden = !during;
  mark(now, during);
  if (before) {
    const day = (instant) => Date.parse(instant.toLocaleDateString("sv", { timeZone: zone }));
    const days = Math.round((day(first) - day(now)) / 86_400_000);
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
    wait.querySelector("time").textContent = words.format(days, "day");
  }
  if (!during) return;
  const [current, following] = parts.children;
  const next = lines.find(({ start }) => start > now)?.start;
  fill(current, lines.filter(({ start, until }) => start <= now && now < until));
  fill(following, next ? lines.filter(({ start }) => +start === +next) : []);
}

const zone = document.querySelector("[data-zone]")?.dataset.zone;

if (panel) {
  const lines = standing();
  refresh(lines);
  setInterval(() => refresh(lines), EVERY);
  document.addEventListener("visibilitychange", () => refresh(lines));
}
