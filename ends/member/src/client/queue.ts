// What waits to be sent (待发送): an application leaves the phone once, however often the network breaks.

export interface Waiting {
  /** Its idempotency key: the house does once what comes twice under it. */
  readonly key: string;
  readonly functionId: string;
  readonly title: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Names of unions picked, by field, for showing them again. */
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the house said against it, where it did; then it waits for the person, not for the network. */
  readonly refused?: { readonly title: string; readonly next: string };
}

/** What became of one sending. Silence keeps it waiting under the same key. */
export type Outcome =
  | { readonly kind: "filed"; readonly caseId: string }
  | { readonly kind: "refused"; readonly title: string; readonly next: string }
  | { readonly kind: "silence" };

export interface QueuePorts {
  load(): readonly Waiting[];
  /** False when the phone could not keep it. */
  save(list: readonly Waiting[]): boolean;
  send(item: Waiting): Promise<Outcome>;
}

export interface Queue {
  list(): readonly Waiting[];
  /** Puts an application in line; false when the phone has no room to keep it. */
  add(item: Waiting): boolean;
  remove(key: string): void;
  /** Nothing of one person is sent in the name of the next, and the next does not wait for what is under way. */
  clear(): void;
  /** Sends what waits, oldest first, until silence. Two calls at once are one. Outcomes by key. */
  flush(): Promise<ReadonlyMap<string, Outcome>>;
  watch(changed: () => void): () => void;
}

export function createQueue({ load, save, send }: QueuePorts): Queue {
  let items = load();
  let running: Promise<ReadonlyMap<string, Outcome>> | undefined;
  let cleared = 0;
  const watchers = new Set<() => void>();
  const change = (next: readonly Waiting[]): boolean => {
    items = next;
    const kept = save(next);
    for (const changed of watchers) changed();
    return kept;
  };
  const remove = (key: string): void => {
    change(items.filter((item) => item.key !== key));
  };
  const settle = (item: Waiting, outcome: Outcome): void => {
    if (outcome.kind === "filed") remove(item.key);
    if (outcome.kind !== "refused") return;
    const { title, next } = outcome;
    change(items.map((one) => (one.key === item.key ? { ...one, refused: { title, next } } : one)));
  };
  const sendAll = async (): Promise<ReadonlyMap<string, Outcome>> => {
    const outcomes = new Map<string, Outcome>();
    const since = cleared;
    const nextOne = () =>
      since === cleared
        ? items.find(({ key, refused }) => !refused && !outcomes.has(key))
        : undefined;
    for (let item = nextOne(); item; item = nextOne()) {
      const outcome = await send(item);
      outcomes.set(item.key, outcome);
      settle(item, outcome);
      if (outcome.kind === "silence") break;
    }
    return outcomes;
  };
  return {
    list: () => items,
    add: (item) => change([...items.filter(({ key }) => key !== item.key), item]),
    remove,
    clear: () => {
      cleared += 1;
      running = undefined;
      change([]);
    },
    flush: () => {
      const since = cleared;
      running ??= sendAll().finally(() => {
        if (since === cleared) running = undefined;
      });
      return running;
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
      };
    },
  };
}
