/**
 * What this device keeps of a report until the server has it: the words at once, the photos in the
 * browser's own database. Kept under a name that stands for one member and one défi: whoever else
 * uses the device finds nothing of it in their own form.
 */
const PREFIX = "maillage.report.";

export class Device {
  constructor(place, again) {
    this.name = `${PREFIX}${place}.${again}`;
    this.memory = null;
    this.unstored = [];
  }

  /** `{ key, mark, fields, dirty }`, or nothing; `dirty`: the server does not have all of it. */
  read() {
    try {
      const copy = JSON.parse(localStorage.getItem(this.name));
      return copy && Array.isArray(copy.fields) ? copy : this.memory;
    } catch {
      return this.memory;
    }
  }

  write(copy) {
    this.memory = copy;
    try {
      localStorage.setItem(this.name, JSON.stringify(copy));
    } catch {
      // Storage is full or forbidden: it lasts as long as the page.
    }
  }

  /** The photos and documents that have not left yet, the oldest first. */
  async files() {
    try {
      const all = await ask((store) => store.getAll(), "readonly");
      return [...all.filter((each) => each.place === this.name), ...this.unstored];
    } catch {
      return this.unstored;
    }
  }

  async add(field, blob, name) {
    const file = { place: this.name, field, blob, name };
    try {
      await ask((store) => store.add(file));
    } catch {
      this.unstored.push(file);
    }
  }

  async remove(file) {
    this.unstored = this.unstored.filter((each) => each !== file);
    if (file.id) await ask((store) => store.delete(file.id)).catch(() => {});
  }

  async drop() {
    this.memory = null;
    try {
      localStorage.removeItem(this.name);
    } catch {
      // Forbidden: nothing was written either.
    }
    for (const file of await this.files()) await this.remove(file);
  }
}

/** Drops whatever this device still holds of the report called `key`, which was sent. */
export async function dropSent(key) {
  const names = [];
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      if (JSON.parse(localStorage.getItem(name))?.key === key) names.push(name);
    }
  } catch {
    return;
  }
  for (const name of names) {
    const [place, again] = name.slice(PREFIX.length).split(".");
    await new Device(place, again).drop();
  }
}

function ask(work, mode = "readwrite") {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("maillage.report", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files", { keyPath: "id", autoIncrement: true });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const asked = work(base.transaction("files", mode).objectStore("files"));
      asked.onsuccess = () => { base.close(); resolve(asked.result); };
      asked.onerror = () => { base.close(); reject(asked.error); };
    };
  });
}
