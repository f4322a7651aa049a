/**
 * Comfort for the follow-up form: kept while it is typed, on the device when there is no network.
 * The same form is posted, at the same address, by browsers that run no script.
 */
import { Device } from "./device.js";
import { addRow, read, restore } from "./fields.js";
import { Keeper } from "./keeper.js";
import { lighter } from "./photos.js";

const form = document.querySelector("[data-report]");
const words = form.dataset;
const status = form.querySelector("[data-status]");
const files = form.querySelector("[data-files]");
const waiting = form.querySelector("[data-waiting-files]");
const back = document.querySelector("[data-back]");
const colleague = document.querySelector("[data-colleague]");
const device = new Device(words.report, words.again);
const mark = form.elements.mark;
let key = words.key;

const keep = (dirty) => device.write({ key, mark: mark.value, fields: read(form), dirty });

function say(text, urgent = false) {
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle("is-waiting", urgent);
}

async function showWaiting() {
  const kept = await device.files();
  waiting.hidden = !kept.length;
  waiting.replaceChildren(...kept.map((file) => {
    return Object.assign(document.createElement("li"), { textContent: `${file.name} – ${words.photo}` });
  }));
}

/** The list of files as the server has it, with what was typed in it meanwhile. */
function showFiles(html) {
  const typed = read(form).filter(([name]) => name.startsWith("file-"));
  files.innerHTML = html;
  for (const [name, value] of typed) {
    const field = form.elements[name];
    if (field && field.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
  }
}

const told = {
  saving: () => say(words.saving),
  offline: () => say(words.offline, true),
  waiting: () => say(words.waiting, true),
  closed: () => say(words.closed, true),
  heavy: ({ name }) => {
    back.textContent = words.heavy.replace("{name}", name);
    back.hidden = false;
  },
  file: ({ files: html }) => {
    showFiles(html);
    showWaiting();
  },
  saved: ({ at, colleague: other, all }) => {
    say(words.saved.replace("{time}", at));
    colleague.hidden = !other;
    if (all) keep(false);
    showWaiting();
  },
  next: ({ next }) => {
    keep(false);
    location.assign(next);
  },
  "signed-out": ({ address }) => {
    say(`${words.signedOut} `, true);
    status.append(Object.assign(document.createElement("a"), { href: address, textContent: words.signIn }));
  },
};

const keeper = new Keeper({
  address: form.getAttribute("action"),
  words: () => [["mark", mark.value], ["fields", "1"], ...read(form)],
  device,
  told: (news) => told[news.state](news),
});

function changed(soon) {
  // Whoever goes on typing has not finished: what was to be sent waits for them.
  keeper.wanted = null;
  keep(true);
  keeper.changed(soon);
}

form.addEventListener("input", (event) => event.target.type !== "file" && changed());

form.addEventListener("change", async ({ target }) => {
  if (target.type !== "file") return;
  const chosen = [...target.files];
  target.value = "";
  for (const file of chosen) {
    await device.add(target.name, target.name === "photos" ? await lighter(file) : file, file.name);
  }
  await showWaiting();
  changed(0);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { value, dataset } = event.submitter ?? { value: "preview", dataset: {} };
  if (dataset.more) {
    addRow(form, dataset.more).focus();
    return;
  }
  keep(true);
  keeper.want(value === "save" ? null : value);
});

const copy = device.read();
if (copy && words.sent.split(" ").includes(copy.key)) {
  await device.drop();
} else if (copy?.dirty) {
  ({ key } = copy);
  mark.value = copy.mark;
  restore(form, copy.fields);
  back.textContent = words.back;
  back.hidden = false;
  keeper.changed(0);
} else if ((await device.files()).length) {
  keeper.changed(0);
}
showWaiting();
