// Planning in the administration: forms open in a dialog, rows of the matrix save at once, arrows
// go from cell to cell. Every address is also an ordinary page: without this file all works there.

const ASKED = { "X-Requested-With": "XMLHttpRequest" };
const area = () => document.querySelector("[data-planning]");

const dialog = document.createElement("dialog");
dialog.className = "planning-dialog";
document.body.append(dialog);
document.documentElement.classList.add("planning-js");

let opener = "";
let opened = "";
let typed = false;

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

function tell(text) {
  const detail = { text, type: "error", clear: true };
  document.dispatchEvent(new CustomEvent("w-messages:add", { detail }));
}

function fill(content) {
  const title = content.querySelector("h2");
  title.id = "planning-dialog-title";
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.replaceChildren(content);
  const wrong = content.querySelector("[aria-invalid=true]");
  const first = content.querySelector("input:not([type=hidden]), select, textarea, button, a");
  (wrong ?? first)?.focus();
}

async function open(url) {
  if (typed && url === opened) {
    // Closed by mistake: what was typed is still there.
    dialog.showModal();
    return;
  }
  const answer = await fetch(url, { headers: ASKED });
  const content = parsed(await answer.text()).querySelector("[data-planning-form]");
  if (!answer.ok || !content) {
    location.assign(url);
    return;
  }
  [opened, typed] = [url, false];
  if (!dialog.open) dialog.showModal();
  fill(document.adoptNode(content));
}

function arrive(page, url) {
  const fresh = page.querySelector("[data-planning]");
  if (!fresh || fresh.dataset.planning !== area().dataset.planning) {
    location.assign(url);
    return;
  }
  const slots = () => Array.from(area().querySelectorAll("[id^=slot-]"));
  const before = new Set(slots().map((one) => one.id));
  const asked = dialog.open;
  typed = false;
  dialog.close();
  area().replaceWith(document.adoptNode(fresh));
  const messages = page.querySelector(".messages ul");
  if (messages) document.querySelector(".messages ul")?.replaceWith(document.adoptNode(messages));
  // What the dialog made, else where the person was, else what says that it is gone.
  const made = asked && slots().find((one) => !before.has(one.id));
  const places = [made && made.querySelector("a"), made, opener && document.getElementById(opener)];
  const place = [...places, document.getElementById("removed")].find(Boolean);
  (place ?? area().querySelector("a")).focus();
}

async function send(form, button) {
  const data = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body: data, headers: ASKED });
  const page = parsed(await answer.text());
  const content = page.querySelector("[data-planning-form]");
  if (answer.ok && !content) arrive(page, answer.url);
  else if (answer.ok && dialog.open) fill(document.adoptNode(content));
  else throw new Error(answer.statusText);
}

async function sendOrTell(form, button) {
  if (form.dataset.sending) return;
  form.dataset.sending = "1";
  try {
    await send(form, button);
  } catch {
    const text = area().dataset.failure;
    tell(text);
    if (dialog.open) {
      const note = document.createElement("p");
      note.className = "planning-form__failure";
      note.setAttribute("role", "alert");
      note.textContent = text;
      form.prepend(note);
    }
  } finally {
    delete form.dataset.sending;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !area()) return;
  if (link.matches("[data-close]") && dialog.open) {
    event.preventDefault();
    typed = false;
    dialog.close();
  } else if (link.matches("[data-dialog]")) {
    event.preventDefault();
    if (!dialog.open) opener = link.id;
    open(link.href).catch(() => location.assign(link.href));
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!area() || !(dialog.contains(form) || form.matches("[data-at-once]"))) return;
  event.preventDefault();
  if (!dialog.contains(form)) opener = event.submitter?.id ?? "";
  sendOrTell(form, event.submitter);
});

document.addEventListener("input", (event) => {
  if (dialog.contains(event.target)) typed = true;
});

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-at-once]")) return;
  opener = event.target.id;
  sendOrTell(form);
});

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.("[data-grid] :is(td, th)");
  const step = STEPS[event.key];
  if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = Array.from(cell.closest("table").rows);
  const row = rows[rows.indexOf(cell.parentElement) + step[0]];
  const next = row?.cells[cell.cellIndex + step[1]]?.querySelector("a, input:not([type=hidden])");
  if (!next) return;
  event.preventDefault();
  next.focus();
});
