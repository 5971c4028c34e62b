// Bell (铃): tells listeners that something waits for them, after the commit. Within it, PostgreSQL would let one
// transaction commit at a time.

/** Those who listen need not hear sooner; what is rung meanwhile goes out as one. */
const gatheredForMs = 5;

export class Bell {
  readonly #tell: (channel: string) => Promise<unknown>;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<unknown> = Promise.resolve();

  constructor(tell: (channel: string) => Promise<unknown>) {
    this.#tell = tell;
  }

  ring(channels: ReadonlySet<string>): void {
    for (const channel of channels) this.#waiting.add(channel);
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#go(), gatheredForMs);
  }

  /** A bell that cannot be heard is no failure: who listens looks by themselves from time to time. */
  #go(): void {
    this.#timer = undefined;
    const channels = [...this.#waiting];
    this.#waiting.clear();
    this.#telling = Promise.allSettled([this.#telling, ...channels.map(this.#tell)]);
  }

  /** Rings what is still to be rung. */
  async still(): Promise<void> {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#go();
    }
    await this.#telling;
  }
}
