// Verdict (判读): what reading a text gave: a value, or one named fault with a sentence to act on.

/**
 * `notes` are Chinese sentences about what was mended or mapped on the way, empty when the text was
 * taken as typed. `say` is Chinese, tells what is wrong and what to do, and never repeats the text
 * itself (it may be personal data).
 */
export type Verdict<Value, Fault extends string> =
  | { readonly ok: true; readonly value: Value; readonly notes: readonly string[] }
  | { readonly ok: false; readonly fault: Fault; readonly say: string };

const nothingToNote: readonly string[] = Object.freeze([]);

export const taken = <Value>(value: Value, notes = nothingToNote) =>
  ({ ok: true, value, notes }) as const;

export const faulty = <Fault extends string>(fault: Fault, say: string) =>
  ({ ok: false, fault, say }) as const;
