/** What this browser keeps of one wall: what is being typed, what has not left yet, what it supports. */
const DEVICE = "maillage.device";

export class Kept {
  constructor(wall) {
    this.name = `maillage.questions.${wall}`;
  }

  /** Read anew each time: another tab may have sent something meanwhile. */
  read() {
    const nothing = { draft: "", outbox: [], supported: [], wanted: [] };
    const lists = ["outbox", "supported", "wanted"];
    try {
      const found = { ...nothing, ...JSON.parse(localStorage.getItem(this.name) ?? "{}") };
      return lists.every((list) => Array.isArray(found[list])) ? found : nothing;
    } catch {
      return this.memory ?? nothing;
    }
  }

  change(change) {
    const kept = this.read();
    change(kept);
    try {
      localStorage.setItem(this.name, JSON.stringify(kept));
    } catch {
      // Storage is full or forbidden: it lasts as long as the page.
      this.memory = kept;
    }
    return kept;
  }

  get device() {
    try {
      return localStorage.getItem(DEVICE) ?? "";
    } catch {
      return this.mark ?? "";
    }
  }

  set device(mark) {
    try {
      localStorage.setItem(DEVICE, mark);
    } catch {
      this.mark = mark;
    }
  }
}

/** A name that no other question has (UUID, version 4), also where the page is not served over TLS. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
