/**
 * Sends what was typed to the server, one request at a time, until it says that it has it. A draft
 * has a name of its own: sent twice, it is kept once, and makes one follow-up.
 */
const SOON = 1_200;
const AGAIN = 8_000;

export class Keeper {
  /**
   * `words()` gives the pairs to post; `device` holds what has not left; `told(news)` shows what
   * became of it: `{ state, at, html, next, address }`.
   */
  constructor({ address, words, device, told }) {
    Object.assign(this, { address, words, device, told });
    this.wanted = null;
    this.changes = 0;
    this.busy = false;
    addEventListener("online", () => this.go());
    document.addEventListener("visibilitychange", () => document.hidden || (this.waiting && this.go()));
  }

  /** Something was typed or added: it leaves in a moment. */
  changed(soon = SOON) {
    this.changes += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go(), soon);
  }

  /** A button was pressed: `action` is done once all the rest has left. */
  want(action) {
    this.wanted = action;
    this.go();
  }

  async go() {
    clearTimeout(this.timer);
    if (this.busy) return;
    this.busy = true;
    this.waiting = false;
    try {
      await this.all();
    } catch {
      this.waiting = true;
      this.told({ state: this.wanted ? "waiting" : "offline" });
      this.timer = setTimeout(() => this.go(), AGAIN);
    }
    this.busy = false;
  }

  async all() {
    for (const file of await this.device.files()) {
      if (!(await this.post(null, file))) return;
      await this.device.remove(file);
    }
    const action = this.wanted;
    const asked = this.changes;
    this.told({ state: "saving" });
    const answer = await this.post(action);
    if (!answer) return;
    this.wanted = null;
    if (answer.next) this.told({ state: "next", next: answer.next });
    else this.told({ state: "saved", ...answer, all: asked === this.changes });
    if (asked !== this.changes) this.changed();
  }

  /** Posts the words, and one file at most; returns what the server says, nothing when refused. */
  async post(action, file) {
    const body = new FormData();
    for (const [name, value] of this.words()) body.append(name, value);
    if (action) body.append("action", action);
    if (file) body.append(file.field, file.blob, file.name);
    const response = await fetch(this.address, { method: "POST", body, headers: { Accept: "application/json" } });
    if (response.status === 413 && file) {
      this.told({ state: "heavy", name: file.name });
      return {};
    }
    if (response.status >= 500 || response.status === 429) throw new Error(response.status);
    const answer = await response.json();
    if (response.ok) {
      if (file) this.told({ state: "file", ...answer });
      return answer;
    }
    this.wanted = null;
    this.told(answer.signed_out ? { state: "signed-out", address: answer.signed_out } : { state: "closed" });
    return null;
  }
}
