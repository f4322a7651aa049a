/**
 * Favourites of an edition, kept in this browser and sent nowhere but in the address of a calendar
 * that the visitor asks for. A star names slots by their keys, which last for ever.
 */
const KEY = "maillage.favourites";
const root = document.querySelector("[data-favourites]");
const { favourites: edition, address, star, mine, subscribe, elsewhere } = root?.dataset ?? {};
let memory = {};

function all() {
  try {
    memory = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    // Refused or unreadable: what was starred on this page is still known.
  }
  return memory && typeof memory === "object" ? memory : {};
}

/** The keys kept for this edition. */
function kept() {
  const keys = all()[edition];
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
}

function keep(keys) {
  memory = { ...all(), [edition]: keys };
  if (!keys.length) delete memory[edition];
  try {
    if (Object.keys(memory).length) localStorage.setItem(KEY, JSON.stringify(memory));
    else localStorage.removeItem(KEY);
  } catch {
    // The star lasts as long as the page.
  }
}

const keysOf = (line) => line.dataset.keys.split(" ");
const isKept = (line, keys = kept()) => keysOf(line).some((key) => keys.includes(key));

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** Puts a star on a line; pressing it keeps the line or lets it go. */
function addStar(line) {
  const button = element("button", { type: "button", className: "star" });
  const title = line.querySelector("a")?.textContent;
  if (title) button.setAttribute("aria-label", star.replace("{}", title));
  else button.textContent = star;
  button.addEventListener("click", () => {
    const others = kept().filter((key) => !keysOf(line).includes(key));
    const added = isKept(line) ? [] : (line.dataset.main ?? line.dataset.keys).split(" ");
    keep([...others, ...added]);
    show();
  });
  line.append(button);
}

const lines = root ? [...root.querySelectorAll("[data-keys]"), root].filter((one) => one.dataset.keys) : [];
const bar = element("p", { className: "favourites no-print", hidden: true });
const toggle = element("button", { type: "button", className: "button button--quiet" });
const calendar = element("a", { textContent: subscribe });
const more = element("a", { textContent: elsewhere });
let only = false;

function show() {
  const keys = kept();
  for (const line of lines) {
    line.querySelector(".star").setAttribute("aria-pressed", isKept(line, keys));
  }
  if (!mine) return;
  only &&= keys.length > 0;
  bar.hidden = !keys.length;
  toggle.textContent = `${mine} (${keys.length})`;
  toggle.setAttribute("aria-pressed", only);
  const query = keys.map((key) => `cle=${encodeURIComponent(key)}`).join("&");
  calendar.href = `${address}favoris.ics?${query}`;
  more.href = `${address}?${query}`;
  const here = new Set(lines.flatMap(keysOf));
  more.hidden = keys.every((key) => here.has(key));
  for (const line of lines) line.hidden = only && !isKept(line, keys);
  for (const list of root.querySelectorAll(".items")) {
    list.hidden = list.previousElementSibling.hidden = !list.querySelector(".item:not([hidden])");
  }
  for (const day of root.querySelectorAll(".agenda__day")) {
    day.hidden = !day.querySelector(".item:not([hidden])");
  }
}

if (root) {
  lines.forEach(addStar);
  if (mine) {
    bar.append(toggle, " ", calendar, " ", more);
    root.before(bar);
    toggle.addEventListener("click", () => {
      only = !only;
      show();
    });
  }
  addEventListener("storage", show);
  show();
}
