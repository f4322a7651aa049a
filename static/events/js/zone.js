/**
 * The visitor's own time beside that of the site, on request, and kept in this browser.
 * An instant stays one: the time of the site is never replaced.
 */
const KEY = "maillage.ownTime";
const clock = document.querySelector("[data-zone]");
const language = document.documentElement.lang;
const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant on the clocks of a zone; « 14 h 30 » in French, with the day when it is another. */
function local(instant, zone) {
  const parts = (options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const day = parts({ dateStyle: "short" }).format(instant);
  let hour = parts({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
  if (language.startsWith("fr")) {
    hour = hour.replace(/^0/, "").replace(":", "\u00a0h\u00a0").replace(/\u00a000$/, "");
  }
  return { day, hour, weekday: parts({ weekday: "long" }).format(instant) };
}

const wanted = () => {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return shown;
  }
};
let shown = false;

/** Writes or removes the visitor's time beside each time within `root`. */
export function dress(root = document) {
  if (!clock) return;
  const on = wanted();
  for (const time of root.querySelectorAll("[data-times] time[datetime]")) {
    time.parentElement.querySelector(":scope > .own-time")?.remove();
    if (!on) continue;
    const instant = new Date(time.dateTime);
    const [site, own] = [local(instant, clock.dataset.zone), local(instant, mine)];
    if (site.day === own.day && site.hour === own.hour) continue;
    const words = document.createElement("span");
    words.className = "own-time";
    const moment = site.day === own.day ? own.hour : `${own.weekday} ${own.hour}`;
    words.textContent = clock.dataset.own.replace("{}", moment);
    if (time.closest("h3")) time.parentElement.append(words);
    else time.after(words);
  }
}

/** Whether the visitor's clocks show another time than the site's at some instant of the page. */
function differs() {
  return [...document.querySelectorAll("[data-times] time[datetime]")].some((time) => {
    const instant = new Date(time.dateTime);
    return local(instant, clock.dataset.zone).hour !== local(instant, mine).hour;
  });
}

function start() {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.className = "tools__button no-print";
  status.setAttribute("role", "status");
  const show = () => {
    const on = wanted();
    button.textContent = on ? clock.dataset.hide : clock.dataset.show;
    status.textContent = on ? clock.dataset.said.replace("{}", mine) : "";
    dress();
  };
  button.addEventListener("click", () => {
    shown = !wanted();
    try {
      if (shown) localStorage.setItem(KEY, "1");
      else localStorage.removeItem(KEY);
    } catch {
      // Nothing is kept then: the choice lasts as long as the page.
    }
    show();
  });
  clock.append(" ", status, " ", button);
  show();
}

if (clock && differs()) start();
