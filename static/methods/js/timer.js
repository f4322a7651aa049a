/**
 * The facilitator's timer. It asks nothing of the network once loaded. What it knows is the moment
 * at which the item began, never a count of ticks: a phone that slept shows the right time.
 */
import { beep } from "./sound.js";
import { Clock } from "./clock.js";

const root = document.querySelector("#timer");

function itemsOf(table) {
  return [...table.querySelectorAll("tbody tr")].map((row) => ({
    row,
    minutes: Number(row.dataset.minutes),
    name: row.querySelector(".sequence__name").textContent.trim(),
    note: row.querySelector(".sequence__note")?.innerText.trim() ?? "",
    groups: [...new Set([...row.querySelectorAll(".sequence__split")].map((e) => e.textContent))],
  }));
}

/** 95 seconds left are « 1:35 », 20 seconds too many « +0:20 ». */
function digits(seconds) {
  const whole = seconds >= 0 ? Math.ceil(seconds) : Math.ceil(-seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const end = String(whole % 60).padStart(2, "0");
  const text = hours ? `${hours}:${String(minutes).padStart(2, "0")}:${end}` : `${minutes}:${end}`;
  return seconds < 0 && whole ? `+${text}` : text;
}

function start() {
  const items = itemsOf(document.querySelector(".sequence"));
  const clock = new Clock(root.dataset.plan, items.map((item) => item.minutes));
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const said = { state: "", place: -1 };

  const show = () => {
    const now = Date.now();
    const item = items[clock.place];
    const left = clock.left(now);
    const phase = clock.phase(now);
    write(part("digits"), digits(left));
    part("bar").value = Math.min(1, Math.max(0, 1 - left / clock.seconds));
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" });
    write(part("end"), time.format(now + clock.leftInAll(now) * 1000));
    if (said.place !== clock.place) {
      said.place = clock.place;
      write(part("place"), String(clock.place + 1));
      write(part("name"), item.name);
      write(part("note"), item.note);
      write(part("groups"), item.groups.join(", "));
      write(part("next"), items[clock.place + 1]?.name ?? root.dataset.ended);
      items.forEach(({ row }, place) => {
        if (place === clock.place) row.setAttribute("aria-current", "step");
        else row.removeAttribute("aria-current");
      });
    }
    const running = clock.running ? root.dataset.running : root.dataset.waiting;
    const words = { soon: root.dataset.soon, late: root.dataset.late, over: root.dataset.over };
    write(part("state"), clock.started ? [words[phase], !words[phase] || !clock.running ? running : ""].filter(Boolean).join(" · ") : "");
    if (root.dataset.state !== phase) {
      if (clock.sound && clock.running && phase === "over" && said.state === "late") beep();
      root.dataset.state = said.state = phase;
    }
    write(root.querySelector("[data-do=toggle]"), clock.running ? root.dataset.pause : root.dataset.start);
  };

  const deeds = {
    toggle: () => clock.toggle(),
    next: () => clock.go(1),
    previous: () => clock.go(-1),
    more: () => clock.lengthen(1),
    less: () => clock.lengthen(-1),
    reset: () => clock.reset(),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
    sound: (box) => {
      clock.setSound(box.checked);
      if (box.checked) beep();
    },
  };
  const act = (name, control) => {
    deeds[name](control);
    stayAwake(clock.running);
    show();
  };

  const keys = { " ": "toggle", ArrowRight: "next", ArrowLeft: "previous", ArrowUp: "more", ArrowDown: "less", f: "full", F: "full" };
  root.hidden = false;
  root.querySelector("[data-do=full]").hidden = !root.requestFullscreen;
  root.querySelector("[data-do=sound]").checked = clock.sound;
  root.addEventListener("click", (event) => {
    const control = event.target.closest("[data-do]");
    if (control) act(control.dataset.do, control);
  });
  document.addEventListener("keydown", (event) => {
    const name = keys[event.key];
    const control = event.target.closest?.("button, a, input, summary, textarea, select");
    // The space bar presses what has the focus, as everywhere.
    if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
    if (control && (event.key === " " || control.matches("input:not([type=checkbox])"))) return;
    event.preventDefault();
    act(name);
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) stayAwake(clock.running);
    show();
  });
  setInterval(show, 250);
  stayAwake(clock.running);
  show();
}

/** Nothing is written when nothing changes: what reads the page aloud would say it again. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

let awake = null;

/** Keep the screen on while the time runs, where the browser can. */
async function stayAwake(wanted) {
  if (!("wakeLock" in navigator)) return;
  try {
    if (wanted && !document.hidden && (!awake || awake.released)) {
      awake = await navigator.wakeLock.request("screen");
    } else if (!wanted && awake) {
      await awake.release();
      awake = null;
    }
  } catch {
    // The battery is low, or the browser refuses: the timer is right all the same.
  }
}

if (root) start();
