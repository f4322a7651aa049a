/**
 * Comfort for the wall of questions: news without a reload, and nothing lost without network. The
 * same forms are posted, at the same addresses, by browsers that run no script.
 */
import { Kept, newKey } from "./kept.js";
import { Poll, replaceList } from "./poll.js";
import { Sender } from "./sender.js";

const wall = document.querySelector("[data-wall]");
const form = wall.querySelector("[data-ask]");
const support = wall.querySelector("[data-support]");
const news = wall.querySelector("[data-news]");
const network = wall.querySelector("[data-network]");
const said = wall.querySelector("[data-said]");
const list = wall.querySelector("[data-outbox]");
const text = form.elements.text;
const kept = new Kept(wall.dataset.wall);

/** What this device supports is shown as such, counted or not yet. */
function markSupported() {
  const { supported, wanted } = kept.read();
  for (const button of news.querySelectorAll("button[name=question]")) {
    if (!supported.includes(button.value)) continue;
    button.setAttribute("aria-pressed", "true");
    if (wanted.includes(button.value) && !button.dataset.counted) {
      const number = button.querySelector(".asked__number");
      button.dataset.counted = "";
      number.textContent = Number(number.textContent) + 1;
    }
  }
}

const line = (tag, words, name) => Object.assign(document.createElement(tag), { textContent: words, className: name ?? "" });

/** What has not left yet, and what was refused, with a way to take it up again. */
function showOutbox() {
  const { outbox } = kept.read();
  list.hidden = !outbox.length;
  list.replaceChildren(...outbox.map((each) => {
    const item = document.createElement("li");
    item.append(line("p", each.text, "asked__text"));
    const { sending, waiting } = form.dataset;
    item.append(line("p", each.errors?.join(" ") ?? (navigator.onLine ? sending : waiting), each.errors ? "error" : "hint"));
    if (each.errors) {
      const again = line("button", form.dataset.again, "button button--quiet");
      again.type = "button";
      again.addEventListener("click", () => takeUp(each));
      item.append(again);
    }
    return item;
  }));
}

function takeUp({ key, text: words }) {
  kept.change((all) => {
    all.outbox = all.outbox.filter((each) => each.key !== key);
    all.draft = text.value ? `${text.value}\n${words}` : words;
    text.value = all.draft;
  });
  showOutbox();
  text.focus();
}

function say(words) {
  said.hidden = !words;
  said.textContent = words ?? "";
}

const poll = new Poll({
  url: news.dataset.news,
  etag: news.dataset.etag,
  every: Number(news.dataset.every),
  fresh: (html) => {
    replaceList(news, html);
    markSupported();
  },
  state: (online) => {
    const words = online ? "" : network.dataset.offline;
    if (network.textContent !== words) network.textContent = words;
  },
});

const sender = new Sender({
  kept,
  form: form.action,
  support: support.action,
  mark: form.elements.mark.value,
  told: ({ kind, ok, errors, delayed }) => {
    showOutbox();
    if (kind === "support") poll.wake();
    if (delayed || (kind === "support" && errors)) say((delayed ?? errors).join(" "));
    else if (ok && kind === "question") say(form.dataset.thanks);
  },
});

form.addEventListener("submit", (event) => {
  // An empty question, or one that is too long, is told by the server as to everybody.
  const words = text.value.trim();
  if (!words || words.length > Number(text.dataset.longest) || form.elements.website.value) return;
  event.preventDefault();
  kept.change((all) => {
    all.outbox.push({ key: newKey(), text: words, campus: form.elements.campus?.value ?? "" });
    all.draft = "";
  });
  text.value = "";
  say("");
  showOutbox();
  sender.send();
});

support.addEventListener("submit", (event) => {
  const number = event.submitter?.value;
  if (!number) return;
  event.preventDefault();
  if (kept.read().supported.includes(number)) return;
  kept.change((all) => {
    all.supported.push(number);
    all.wanted.push(number);
  });
  markSupported();
  sender.send();
});

text.addEventListener("input", () => kept.change((all) => { all.draft = text.value; }));
addEventListener("online", showOutbox);
addEventListener("offline", showOutbox);
if (!text.value) text.value = kept.read().draft;
markSupported();
showOutbox();
sender.send();
