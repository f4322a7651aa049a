/**
 * Suggestions while typing, in the boxes that search the whole site. Their code comes when somebody
 * goes to such a box, and never where it is not wanted: switched off, a connection to be spared.
 * Without this module the boxes are plain forms.
 */
const KEY = "maillage.suggestions";
const BOX = "form[data-suggestions] [name=q]";
const begun = new WeakSet();
let off = false;

try {
  off = localStorage.getItem(KEY) === "off";
} catch {
  // A browser that keeps nothing: the switch holds for this page.
}

/** Whether they are switched off; kept on the device, and only then. */
const choice = {
  get off() {
    return off;
  },
  set off(value) {
    off = value;
    try {
      if (off) localStorage.setItem(KEY, "off");
      else localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
    showSwitch();
  },
};

/** Whether requests are to be spared: asked for, a slow connection, or none. */
function spared() {
  const { saveData = false, effectiveType = "" } = navigator.connection ?? {};
  return saveData || effectiveType.endsWith("2g") || !navigator.onLine;
}

async function begin(input) {
  if (choice.off || spared() || begun.has(input)) return;
  begun.add(input);
  try {
    const { suggest } = await import("./suggestions.js");
    suggest(input, choice, spared);
  } catch {
    // The box works without; the next time somebody comes to it is another chance.
    begun.delete(input);
  }
}

const box = document.querySelector("[data-suggestions-switch]");

function showSwitch() {
  if (!box) return;
  box.hidden = false;
  box.querySelector("input").checked = !off;
}

box?.addEventListener("change", (event) => {
  choice.off = !event.target.checked;
});
showSwitch();
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.(BOX)) begin(event.target);
});
if (document.activeElement?.matches(BOX)) begin(document.activeElement);
