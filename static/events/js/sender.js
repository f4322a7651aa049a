/**
 * Sends what waits on this device, one thing after the other, until the server has said what became
 * of it. A question has a name of its own: sent twice, it is kept once.
 */
import { ask } from "./poll.js";

const AGAIN = 10_000;

export class Sender {
  /** `mark` is the signed moment of the form; `told(kept)` shows what became of things. */
  constructor({ kept, form, support, mark, told }) {
    Object.assign(this, { kept, mark, told });
    this.addresses = { question: form, support };
    this.timer = null;
    this.busy = false;
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
  }

  async send() {
    clearTimeout(this.timer);
    if (this.busy || !navigator.onLine) return;
    this.busy = true;
    let wait = 0;
    try {
      for (let next = this.next(); next && !wait; next = this.next()) wait = await this.one(next);
    } catch {
      wait = AGAIN;
    }
    this.busy = false;
    if (wait) this.timer = setTimeout(() => this.send(), wait);
  }

  next() {
    const { outbox, wanted } = this.kept.read();
    const question = outbox.find((each) => !each.errors);
    if (question) return { kind: "question", ...question };
    return wanted.length ? { kind: "support", question: wanted[0] } : null;
  }

  /** Posts one thing; returns how many milliseconds to wait before going on. */
  async one({ kind, key, text, campus, question }) {
    const fields = kind === "question" ? { key, text, campus } : { question, device: this.kept.device };
    const response = await ask(this.addresses[kind], {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ ...fields, mark: this.mark }),
    });
    if (response.status >= 500) return AGAIN;
    const answer = await response.json().catch(() => ({}));
    if (answer.mark) this.mark = answer.mark;
    if (response.status === 409) return (answer.wait ?? 5) * 1000;
    if (response.status === 429 && kind === "question") {
      this.told({ kind, key, delayed: answer.errors });
      return (answer.wait ?? 60) * 1000;
    }
    if (response.ok && answer.device) this.kept.device = answer.device;
    this.kept.change((kept) => settle(kept, { kind, key, question, answer, response }));
    this.told({ kind, key, ok: response.ok, errors: answer.errors });
    return 0;
  }
}

/** What was received leaves the outbox; what was refused stays there, with what is wrong. */
function settle(kept, { kind, key, question, answer, response: { ok, status } }) {
  if (kind === "support") {
    kept.wanted = kept.wanted.filter((each) => each !== question);
    if (!ok) kept.supported = kept.supported.filter((each) => each !== question);
  } else if (ok) {
    kept.outbox = kept.outbox.filter((each) => each.key !== key);
  } else {
    const mine = kept.outbox.find((each) => each.key === key);
    if (mine) mine.errors = answer.errors ?? [String(status)];
  }
}
