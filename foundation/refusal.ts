// Refusal (拒绝): an expected failure that a contract names, with a sentence and a way on; anything else is a bug.

/** One named way to refuse. `say` tells what happened, `next` what to do; both are Chinese for people. */
export interface RefusalKind {
  readonly code: string;
  readonly status: number;
  readonly say: string;
  readonly next: string;
}

/** One field of a request that could not be taken. `path` is dotted, as in the request body. */
export interface FieldFault {
  readonly path: string;
  readonly say: string;
}

export interface RefusalDetails {
  /** Words filled into `{slots}` of the kind's sentences. Never personal data. */
  readonly words?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldFault[];
  readonly retryAfterSeconds?: number;
  /** Path inside the ends where the way on begins, such as the case that already runs. */
  readonly link?: string;
  /** What the use case wrote before it refused is kept, such as the count of wrong passwords. */
  readonly keepChanges?: boolean;
}

const fill = (sentence: string, words: RefusalDetails["words"] = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (slot, name: string) => String(words[name] ?? slot));

export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly details: RefusalDetails;

  constructor(kind: RefusalKind, details: RefusalDetails = {}) {
    super(fill(kind.say, details.words));
    this.name = "Refusal";
    this.kind = kind;
    this.details = details;
  }

  get next(): string {
    return fill(this.kind.next, this.details.words);
  }
}

/** Makes a refusal to throw: `throw refuse(refusals.unionNotFound)`. */
export function refuse(kind: RefusalKind, details?: RefusalDetails): Refusal {
  return new Refusal(kind, details);
}
