/** Where a session stands, kept in this browser so that a reload or a closed tab loses nothing. */
const KEY = "maillage.timer";
const SOON = 0.2;
const LATE = 0.05;

export class Clock {
  /** `plan` names the session, `minutes` are those of its items. */
  constructor(plan, minutes) {
    this.plan = plan;
    this.minutes = minutes;
    this.forget();
    this.resume();
  }

  get running() {
    return this.since !== null;
  }

  /** Whether it has ever been started. */
  get started() {
    return this.running || this.spent > 0 || this.place > 0;
  }

  /** How long the item lasts, in seconds, with the minutes given or taken away. */
  get seconds() {
    return Math.max(1, this.minutes[this.place] + (this.given[this.place] ?? 0)) * 60;
  }

  /** Seconds left of the item at the moment `now`, negative once it is over. */
  left(now) {
    const running = this.running ? Math.max(0, now - this.since) : 0;
    return this.seconds - (this.spent + running) / 1000;
  }

  /** Seconds left of the session, items to come as planned. */
  leftInAll(now) {
    const later = this.minutes.reduce(
      (sum, each, place) => (place > this.place ? sum + each + (this.given[place] ?? 0) : sum), 0);
    return Math.max(0, this.left(now)) + later * 60;
  }

  /** "going", "soon" from 20 % left on, "late" from 5 % on, then "over". */
  phase(now) {
    const share = this.left(now) / this.seconds;
    if (share <= 0) return "over";
    return share <= LATE ? "late" : share <= SOON ? "soon" : "going";
  }

  toggle(now = Date.now()) {
    if (this.running) {
      this.spent += Math.max(0, now - this.since);
      this.since = null;
    } else {
      this.since = now;
    }
    this.remember();
  }

  go(by, now = Date.now()) {
    const place = Math.min(Math.max(this.place + by, 0), this.minutes.length - 1);
    if (place === this.place && by > 0) return;
    Object.assign(this, { place, spent: 0, since: this.running ? now : null });
    this.remember();
  }

  lengthen(minutes) {
    const given = (this.given[this.place] ?? 0) + minutes;
    if (this.minutes[this.place] + given >= 1) this.given[this.place] = given;
    this.remember();
  }

  setSound(on) {
    this.sound = on;
    this.remember();
  }

  reset() {
    const sound = this.sound;
    this.forget();
    this.sound = sound;
    this.remember();
  }

  forget() {
    Object.assign(this, { place: 0, since: null, spent: 0, given: {}, sound: false });
  }

  remember() {
    const { plan, place, since, spent, given, sound } = this;
    try {
      localStorage.setItem(KEY, JSON.stringify({ plan, place, since, spent, given, sound }));
    } catch {
      // Storage is full or forbidden: the time runs, only a reload would lose it.
    }
  }

  resume() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
      if (kept?.plan !== this.plan || !(kept.place < this.minutes.length)) return;
      const { place, since, spent, given, sound } = kept;
      Object.assign(this, { place, since, spent, given, sound });
    } catch {
      // What stands there is not ours.
    }
  }
}
