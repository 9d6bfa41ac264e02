/* Words as they are looked for: in small Latin letters without accents, and as they sound. The tables come with the
   names. */

/** @typedef {{ letters: Record<string, string>, sounds: [string, string][] }} Tables */

/** What needs no more than small letters. */
const PLAIN = /^[\x00-\x7f]*$/;

export class Folding {
  /** @param {Tables} tables */
  constructor({ letters, sounds }) {
    this.letters = new Map(Object.entries(letters));
    this.sounds = sounds;
    /** @type {Map<string, string>} What words sound like, once it is known. */
    this.heard = new Map();
  }

  /**
   * A text in small Latin letters; scripts that are not romanised stay as they are.
   * @param {string} text
   */
  fold(text) {
    if (PLAIN.test(text)) { return text.toLowerCase(); }
    const small = text.normalize("NFKC").toLowerCase();
    const latin = Array.from(small, (letter) => this.letters.get(letter) ?? letter).join("");
    return PLAIN.test(latin) ? latin : latin.normalize("NFKD").replace(/\p{Mn}/gu, "");
  }

  /**
   * The words of a text; an apostrophe parts none, a hyphen does, and a sign is none.
   * @param {string} text
   */
  words(text) {
    const folded = this.fold(text.replaceAll("№", " ")).replace(/['’ʻʼ`]/g, "");
    return folded.match(PLAIN.test(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
  }

  /**
   * A word as it sounds, roughly: qamar and khamar are one.
   * @param {string} word
   */
  sound(word) {
    const known = this.heard.get(word);
    if (known !== undefined) { return known; }
    const spoken = this.sounds.reduce((text, [written, said]) => text.replaceAll(written, said), word);
    const heard = isNumber(word) ? word : spoken.replace(/(.)\1/gu, "$1");
    this.heard.set(word, heard);
    return heard;
  }
}

/** @param {string} word */
export const isNumber = (word) => /^\p{N}+$/u.test(word);
