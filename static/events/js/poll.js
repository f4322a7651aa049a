/**
 * Short polling that spares weak networks: the list alone is asked for, with the mark of the one at
 * hand, and the server answers 304 when it is still good. Nothing is asked while the page is
 * hidden or offline; the pause grows while nothing changes and after failures.
 */
const SLOWEST_QUIET = 3;
const SLOWEST_FAILED = 12;
const PATIENCE = 15_000;

/** The request, given up when the network swallows it. */
export function ask(url, options = {}) {
  return fetch(url, { credentials: "same-origin", ...options, signal: AbortSignal.timeout(PATIENCE) });
}

export class Poll {
  /** `fresh(html)` shows what is new, and says false when it cannot now; `state(online)` is told. */
  constructor({ url, etag, every, fresh, state = () => {} }) {
    Object.assign(this, { url, etag, fresh, state });
    this.shortest = every * 1000;
    this.pause = this.shortest;
    this.timer = null;
    this.busy = false;
    document.addEventListener("visibilitychange", () => this.wake());
    addEventListener("online", () => this.wake());
    addEventListener("offline", () => {
      clearTimeout(this.timer);
      this.state(false);
    });
    this.later();
  }

  get mayAsk() {
    return !document.hidden && navigator.onLine;
  }

  /** Somebody looks again, or has just acted: ask at once. */
  wake() {
    this.pause = this.shortest;
    if (this.mayAsk) this.now();
    else clearTimeout(this.timer);
  }

  later() {
    clearTimeout(this.timer);
    // Not all the telephones of a room at the same instant.
    if (this.mayAsk) this.timer = setTimeout(() => this.now(), this.pause * (0.85 + Math.random() * 0.3));
  }

  async now() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      const response = await ask(this.url, { headers: { "If-None-Match": this.etag } });
      if (response.status === 200) {
        const html = await response.text();
        if (this.fresh(html) !== false) this.etag = response.headers.get("ETag") ?? "";
        this.pause = this.shortest;
      } else if (response.status === 304) {
        this.pause = Math.min(this.pause * 1.25, this.shortest * SLOWEST_QUIET);
      } else {
        this.slow();
      }
      this.state(true);
    } catch {
      this.slow();
      this.state(false);
    }
    this.busy = false;
    this.later();
  }

  slow() {
    this.pause = Math.min(this.pause * 2, this.shortest * SLOWEST_FAILED);
  }
}

/** Puts the new list in the place of the old one; the focus stays on the button that had it. */
export function replaceList(place, html) {
  const focused = place.contains(document.activeElement) ? document.activeElement.value : null;
  place.innerHTML = html;
  if (focused) place.querySelector(`button[value="${CSS.escape(focused)}"]`)?.focus();
}
