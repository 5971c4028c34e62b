// The gate (闸口): a few at once are done sooner than many at once, since each busy connection is a process that the machine
// turns to and away from.

export class Gate {
  readonly #best: number;
  readonly #patienceMs: number;
  #inside = 0;
  /** In the order in which they came. */
  readonly #waiting = new Set<() => void>();

  /** `best` go in at once; who has waited for `patienceMs` goes in all the same, past those who take long. */
  constructor(best: number, patienceMs: number) {
    this.#best = best;
    this.#patienceMs = patienceMs;
  }

  async enter(): Promise<void> {
    if (this.#inside < this.#best) this.#inside += 1;
    else await this.#turn();
  }

  leave(): void {
    this.#inside -= 1;
    const [next] = this.#waiting;
    if (this.#inside < this.#best) next?.();
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        this.#inside += 1;
        resolve();
      };
      const timer = setTimeout(go, this.#patienceMs);
      this.#waiting.add(go);
    });
  }
}
