/** The list under a combobox, and the option pointed at: the focus itself stays in the box. */

// Pixels: with less room than that under the box, it goes to the top of the screen.
const LEAST_ROOM = 260;
const LEAST_HEIGHT = 120;

export class Listbox {
  #input;
  #list;
  #active = null;

  constructor(input, list) {
    this.#input = input;
    this.#list = list;
    list.id = `${input.id}-suggestions`;
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id };
    const attributes = { ...combobox, "aria-expanded": "false", autocomplete: "off" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    // The focus stays in the box while somebody clicks in the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    window.visualViewport?.addEventListener("resize", () => list.hidden || this.#fit());
  }

  get closed() {
    return this.#list.hidden;
  }

  /** The option that Enter would open, null for none. */
  get active() {
    return this.#active;
  }

  open(options) {
    const { closed } = this;
    this.#list.replaceChildren(...options);
    options.forEach((option, place) => {
      option.id = `${this.#list.id}-${place}`;
    });
    this.point(null);
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    if (closed && this.#room() < LEAST_ROOM) {
      this.#input.scrollIntoView({ block: "start", behavior: "instant" });
    }
    this.#fit();
  }

  close() {
    this.point(null);
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
  }

  point(option) {
    this.#active?.setAttribute("aria-selected", "false");
    this.#active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  /** Points at the next option (1) or the one before (-1); from the end it starts again. */
  move(step) {
    const options = [...this.#list.children];
    const place = this.#active ? options.indexOf(this.#active) + step : Math.min(step, 0);
    this.point(options.at(place % options.length));
  }

  /** The pixels that are seen under the box, were it above the keyboard of a phone. */
  #room() {
    const seen = window.visualViewport;
    const end = seen ? seen.offsetTop + seen.height : innerHeight;
    return end - this.#input.getBoundingClientRect().bottom - 16;
  }

  #fit() {
    this.#list.style.maxBlockSize = `${Math.max(this.#room(), LEAST_HEIGHT)}px`;
  }
}
