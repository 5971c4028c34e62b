// First rows (首见行): where each document of a file stands first, in so little room that a million rows are no matter.

/** Slots at the beginning; a power of two, as it stays when it grows. */
const slotsAtFirst = 1 << 12;
const fullest = 0.6;

/**
 * A map from whole numbers to whole numbers, both up to 2^53: open addressing in two arrays of doubles, 16 bytes a slot
 * where a Map takes some hundred. 0 marks an empty slot, so keys begin at 1.
 */
class NumberMap {
  #keys = new Float64Array(slotsAtFirst);
  #values = new Float64Array(slotsAtFirst);
  #size = 0;

  get(key: number): number | undefined {
    const slot = this.#slotOf(key);
    return this.#keys[slot] === 0 ? undefined : this.#values[slot];
  }

  /** For a key that is not there yet. */
  add(key: number, value: number): void {
    if (this.#size >= this.#keys.length * fullest) this.#grow();
    const slot = this.#slotOf(key);
    this.#keys[slot] = key;
    this.#values[slot] = value;
    this.#size += 1;
  }

  /** The slot of a key, or the empty one where it belongs. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const last = keys.length - 1;
    // Multiplying by an odd constant spreads numbers that differ in their last digits only.
    const mixed = Math.imul(key % 0xfffffffb, 0x9e3779b1) ^ Math.floor(key / 0x100000000);
    let slot = (mixed ^ (mixed >>> 15)) & last;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Float64Array(keys.length * 2);
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#values[slot] = values[index]!;
    }
  }
}

/** A division of six digits, a day of birth from 1800 on, the order of that day, and the check digit. */
const usual = /^111:\d{6}(?:1[89]|20)\d{9}[\dX]$/;

/** Division, birth and order of a sound identity number as one whole number; the check digit says nothing more. */
function packed(key: string): number | undefined {
  if (!usual.test(key)) return undefined;
  const division = Number(key.slice(4, 10));
  const born = Number(key.slice(10, 18)) - 18_000_000;
  const order = Number(key.slice(18, 21));
  return (division * 3_000_000 + born) * 1_000 + order + 1;
}

/** By document, as `identityOf` names it: a whole number up to 2^53. */
export class FirstRows {
  readonly #usual = new NumberMap();
  readonly #others = new Map<string, number>();

  get(key: string): number | undefined {
    const number = packed(key);
    return number === undefined ? this.#others.get(key) : this.#usual.get(number);
  }

  add(key: string, value: number): void {
    const number = packed(key);
    if (number === undefined) this.#others.set(key, value);
    else this.#usual.add(number, value);
  }
}
