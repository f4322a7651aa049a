/**
 * Suggestions under a search box: the combobox of the ARIA Authoring Practices, with a list and a
 * choice by hand. Nothing is chosen until somebody does; half a second after the last key, one
 * question at most (RGESN 4.9).
 */
import { Known, pieces } from "./known.js";
import { Listbox } from "./listbox.js";

const PAUSE = 500;

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("../css/suggestions.css", import.meta.url).href;
const styled = new Promise((done) => {
  style.addEventListener("load", done);
  style.addEventListener("error", done);
});
document.head.append(style);

/** Suggests under `input`, unless `choice.off`; asks for nothing while `spared()`. */
export function suggest(input, choice, spared) {
  const parts = document.querySelector("template[data-suggestions-parts]").content;
  const part = (name) => parts.querySelector(`[data-part=${name}]`).cloneNode(true);
  const popup = part("popup");
  const [list, status] = popup.children;
  const words = popup.dataset;
  const known = new Known(words.source);
  const listbox = new Listbox(input, list);
  let timer = 0;
  let question = null;
  input.form.append(popup);
  const asked = () => input.value.trim();
  function close() {
    listbox.close();
    status.textContent = "";
  }

  /** Forgets what was about to be asked or answered. */
  function stop() {
    clearTimeout(timer);
    question?.abort();
    question = null;
  }

  function leave() {
    stop();
    close();
  }

  function optionFor({ title, url, type }, text) {
    const option = part("option");
    option.href = url;
    const [name, kind] = option.children;
    for (const [piece, typed] of pieces(title, text)) {
      if (!typed) name.append(piece);
      else name.append(Object.assign(document.createElement("b"), { textContent: piece }));
    }
    kind.textContent = type;
    return option;
  }

  function show(found, text) {
    if (!found.length) {
      close();
      return;
    }
    const all = part("all");
    const url = new URL(input.form.action);
    url.searchParams.set("q", text);
    all.href = url.href;
    all.textContent = words.all.replace("{text}", () => text);
    const off = part("off");
    off.addEventListener("click", switchOff);
    listbox.open([...found.map((one) => optionFor(one, text)), all, off]);
  }

  function switchOff() {
    choice.off = true;
    const on = part("on");
    on.addEventListener("click", () => {
      choice.off = false;
      typed();
    });
    listbox.open([on]);
    status.textContent = words.off;
  }

  /** Shows what there is for `text`, and says how many; asks the site for what is not known. */
  async function settle(text, sure) {
    let found = sure;
    try {
      if (!found && !spared()) {
        question = new AbortController();
        found = await known.ask(text, question.signal);
      }
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    await styled;
    if (choice.off || asked() !== text || document.activeElement !== input) return;
    if (!sure) show(found ?? [], text);
    if (found) status.textContent = found.length ? `${words.count} ${found.length}` : words.none;
  }

  function typed() {
    stop();
    const text = asked();
    if (choice.off || !known.enough(text)) {
      close();
      return;
    }
    const there = known.find(text);
    show(there?.found ?? [], text);
    timer = setTimeout(() => settle(text, there?.complete ? there.found : null), PAUSE);
  }

  function move(step) {
    if (listbox.closed) typed();
    else listbox.move(step);
  }

  /** What each key does; false leaves it to the browser. */
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => (listbox.active ? listbox.active.click() : false),
    Escape() {
      if (listbox.closed && !input.value) return false;
      if (listbox.closed) input.value = "";
      return leave();
    },
  };
  // The text again, not the option, is where one is.
  for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
    keys[key] = () => {
      listbox.point(null);
      return false;
    };
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key in keys && keys[event.key]() !== false) event.preventDefault();
  });
  input.addEventListener("input", typed);
  input.addEventListener("blur", leave);
  input.form.addEventListener("submit", leave);
  // What was typed while this module came.
  if (document.activeElement === input && input.value !== input.defaultValue) typed();
}
