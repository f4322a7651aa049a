/**
 * The booklet kept in this browser: keys of pages and a title, under one key of localStorage.
 * Without this module every link leads to /carnet/ with the whole selection in its address.
 * Nothing is sent anywhere but as such an address.
 */
const KEY = "maillage.booklet";
const EMPTY = { pages: [], title: "" };
const MOST = 60;

/** What is kept; anything unreadable counts as an empty booklet. */
function kept() {
  try {
    const { pages, title } = JSON.parse(localStorage.getItem(KEY)) ?? EMPTY;
    const keys = [...new Set(pages.map(Number))].filter((key) => Number.isSafeInteger(key) && key > 0);
    return { pages: keys.slice(0, MOST), title: String(title ?? "") };
  } catch {
    return EMPTY;
  }
}

/** Keeps a booklet; false where the browser refuses to. */
function keep(booklet) {
  try {
    if (booklet.pages.length) localStorage.setItem(KEY, JSON.stringify(booklet));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** The booklet that an address holds. */
function read(address) {
  const asked = new URL(address, location.href).searchParams;
  const pages = (asked.get("pages") ?? "").split(",").filter(Boolean).map(Number);
  return { pages, title: asked.get("titre") ?? "" };
}

/** The address of a booklet on the page that `link` leads to. */
function addressOf(link, { pages, title }) {
  const url = new URL(link.href);
  url.search = "";
  const asked = [`pages=${pages.join(",")}`];
  if (title) asked.push(`titre=${encodeURIComponent(title)}`);
  if (pages.length) url.search = asked.join("&");
  return url.href;
}

/** The link in the header shows only when there is something in the booklet. */
function showCount() {
  const link = document.querySelector("[data-booklet-count]");
  if (!link) return;
  const booklet = kept();
  link.hidden = !booklet.pages.length;
  link.querySelector("[data-count]").textContent = booklet.pages.length;
  link.href = addressOf(link, booklet);
}

/** Turns the link "Add to the booklet" into a button that adds and removes. */
function toButton(link) {
  const key = Number(link.dataset.bookletAdd);
  const button = document.createElement("button");
  const status = link.parentElement.querySelector("[role=status]");
  const words = { add: link.textContent, ...link.dataset };
  button.type = "button";
  button.className = "tools__button";
  const label = () => {
    button.textContent = kept().pages.includes(key) ? words.remove : words.add;
  };
  button.addEventListener("click", () => {
    const { pages, title } = kept();
    const there = pages.includes(key);
    const changed = there ? pages.filter((one) => one !== key) : [...pages, key];
    if ((!there && pages.length >= MOST) || !keep({ pages: changed, title })) {
      location.assign(addressOf(link, { pages: changed, title }));
      return;
    }
    status.textContent = there ? words.removed : words.added;
    label();
    showCount();
  });
  addEventListener("storage", label);
  label();
  link.replaceWith(button);
}

/** On the booklet's own page: what is changed there is kept; another's booklet only when asked. */
function followPage(list) {
  const shown = { pages: list.dataset.booklet.split(",").filter(Boolean).map(Number), title: list.dataset.bookletTitle };
  const own = kept();
  if (!location.search && own.pages.length) {
    location.replace(addressOf({ href: location.href }, own));
    return;
  }
  const foreign = document.querySelector("[data-booklet-foreign]");
  const keepShown = () => {
    foreign.hidden = true;
    keep(shown);
    showCount();
  };
  const differs = JSON.stringify(own.pages) !== JSON.stringify(shown.pages) || own.title !== shown.title;
  if (foreign && shown.pages.length && differs) {
    foreign.hidden = false;
    foreign.querySelector("[data-booklet-keep]").addEventListener("click", keepShown);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-booklet-link]");
    if (link && foreign?.hidden !== false) keep(read(link.href));
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-booklet-form]") || foreign?.hidden === false) return;
    const data = new FormData(event.target);
    keep({ pages: shown.pages, title: String(data.get("titre") ?? "").trim() });
  });
}

showCount();
addEventListener("storage", showCount);
document.querySelectorAll("a[data-booklet-add]").forEach(toButton);
const list = document.querySelector("[data-booklet]");
if (list) followPage(list);
