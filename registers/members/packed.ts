// Packed seals (密文包): those of a whole list in one piece of memory, so that thousands on their way between two threads
// are a few things to carry and to keep, not a hundred thousand.
import type { Seals } from "./seals.ts";

/** Bytes of every value one after another; five ends a person, where two that are equal enclose nothing. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

const valuesAPerson = 5;
/** Of a hash by which a value is found. */
const blindBytes = 16;

const valuesOf = (seals: Seals): readonly (Buffer | null)[] => [
  seals.idBlinds.length === 1 ? seals.idBlinds[0]! : Buffer.concat(seals.idBlinds),
  seals.idCipher,
  seals.phoneCipher,
  seals.phoneBlind,
  seals.householdCipher,
];

export function pack(list: readonly Seals[]): Packed {
  const values = list.flatMap(valuesOf);
  const ends = new Uint32Array(values.length);
  let end = 0;
  for (let at = 0; at < values.length; at += 1) {
    end += values[at]?.length ?? 0;
    ends[at] = end;
  }
  const bytes = new Uint8Array(end);
  let from = 0;
  for (const value of values) {
    if (value === null) continue;
    bytes.set(value, from);
    from += value.length;
  }
  return { bytes, ends };
}

/** The seals of one person of a list, each cut out when it is asked for. */
export class PackedSeals implements Seals {
  readonly #packed: Packed;
  readonly #first: number;

  constructor(packed: Packed, index: number) {
    this.#packed = packed;
    this.#first = index * valuesAPerson;
  }

  get idBlinds(): readonly Buffer[] {
    const all = this.#value(0)!;
    return Array.from({ length: all.length / blindBytes }, (_, nth) =>
      all.subarray(nth * blindBytes, (nth + 1) * blindBytes),
    );
  }

  get idCipher(): Buffer {
    return this.#value(1)!;
  }

  get phoneCipher(): Buffer | null {
    return this.#value(2);
  }

  get phoneBlind(): Buffer | null {
    return this.#value(3);
  }

  get householdCipher(): Buffer | null {
    return this.#value(4);
  }

  #value(nth: number): Buffer | null {
    const { bytes, ends } = this.#packed;
    const at = this.#first + nth;
    const from = ends[at - 1] ?? 0;
    const length = ends[at]! - from;
    return length === 0 ? null : Buffer.from(bytes.buffer, from, length);
  }
}
