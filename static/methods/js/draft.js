/** The session under way, kept in this browser alone until another one replaces it. */
const KEY = "maillage.composer";

/** Remember the session that the page shows: its address, or its fields when it has none. */
export function keep(session, url) {
  const form = session?.querySelector("[data-composer]");
  if (!form) return;
  const query = url.includes("e=") ? new URL(url).search.slice(1) : fieldsOf(form);
  try {
    localStorage.setItem(KEY, query);
  } catch {
    // Storage is full or forbidden: the session is still in the address.
  }
}

/** Show the link that takes the session up again, when there is one. */
export function offer(notice) {
  const query = read();
  if (!notice || !query) return;
  const link = notice.querySelector("[data-draft-link]");
  notice.hidden = false;
  link.href = `${link.getAttribute("href")}?${query}`;
  link.addEventListener("click", (event) => {
    // A server refuses an address beyond some four thousand characters.
    if (query.length <= 3800) return;
    event.preventDefault();
    post(link.pathname, query);
  });
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function fieldsOf(form) {
  const fields = new URLSearchParams(new FormData(form));
  for (const name of ["csrfmiddlewaretoken", "chercher"]) fields.delete(name);
  return fields.toString();
}

function post(path, query) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path });
  for (const [name, value] of new URLSearchParams(query)) {
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}
