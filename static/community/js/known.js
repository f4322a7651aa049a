/** What the site suggests for a text: asked once, then known; longer texts are narrowed here. */

const LEAST = 3;
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** A text without capitals, accents or ligatures, as the search compares it. */
function plain(text) {
  const lower = text.toLowerCase().replaceAll("\u0153", "oe").replaceAll("\u00e6", "ae").replaceAll("\u2019", "'");
  return lower.normalize("NFKD").replace(/\p{M}/gu, "");
}

function wordsOf(text) {
  return plain(text).replace(ELISION, " ").match(WORD) ?? [];
}

/** The words typed, as beginnings: the s of a plural may not be in the title. */
function beginnings(text) {
  return wordsOf(text).map((word) => (word.length > 4 ? word.replace(/s$/, "") : word));
}

/** Whether each of `words` begins a word of the title. */
function shows({ title }, words) {
  const own = wordsOf(title);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

/** `title` in pieces `[text, typed]`: the beginnings of words that were typed, and the rest. */
export function pieces(title, text) {
  const words = beginnings(text).sort((one, other) => other.length - one.length);
  const found = [];
  let done = 0;
  for (const { 0: word, index } of title.matchAll(WORD)) {
    const typed = words.find((one) => plain(word).startsWith(one));
    if (!typed) continue;
    let end = 0;
    while (plain(word.slice(0, end)).length < typed.length) end += 1;
    found.push([title.slice(done, index), false], [word.slice(0, end), true]);
    done = index + end;
  }
  return [...found, [title.slice(done), false]].filter(([piece]) => piece);
}

/** The suggestions of one address, kept as long as the page. */
export class Known {
  #address;
  #answers = new Map();

  constructor(address) {
    this.#address = address;
  }

  /** Whether `text` is long enough to ask anything. */
  enough(text) {
    return wordsOf(text).join("").length >= LEAST;
  }

  /**
   * What is known for `text` without asking: `found`, and whether it is all there is (`complete`).
   * Null when nothing is. Another word may be one that the site passes over, so it is asked for.
   */
  find(text) {
    const words = beginnings(text);
    const key = words.join(" ");
    if (this.#answers.has(key)) return { ...this.#answers.get(key), complete: true };
    for (let end = key.length - 1; end >= LEAST && !key.slice(end).includes(" "); end -= 1) {
      const answer = this.#answers.get(key.slice(0, end));
      if (!answer) continue;
      return { found: answer.found.filter((one) => shows(one, words)), complete: answer.complete };
    }
    return null;
  }

  /** Asks the site; fails when it does not answer, or when `signal` calls the question back. */
  async ask(text, signal) {
    const url = new URL(this.#address, location.href);
    url.searchParams.set("q", text);
    const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`No suggestions: ${response.status}`);
    const { suggestions: found, complete } = await response.json();
    const words = beginnings(text);
    // What the site found by another name, or past an article, cannot be narrowed by titles here.
    const narrows = complete && found.every((one) => shows(one, words));
    this.#answers.set(words.join(" "), { found, complete: narrows });
    return found;
  }
}
