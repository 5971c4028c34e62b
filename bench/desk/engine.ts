// An engine (办件引擎) measured: the house or a peer, in a process of its own, taking cases from start
// to end when told.
import { once } from "node:events";
import { start } from "../child.ts";
import type { Firm } from "./people.ts";

export type EngineName = "ours" | "bpmn" | "dbos";

/** As many as the house opens for its commands by itself; each engine's pool holds as many. */
export const connections = 10;

/** What an engine's process is told when it starts. */
export interface Setting {
  /** Address of its database: of the login role for the house, of the owner for a peer. */
  readonly url: string;
  readonly folder: string;
  readonly firms: readonly Firm[];
  readonly concurrency: number;
}

/** What to take: so many cases, each to the end or only through its first steps. */
export interface Load {
  readonly cases: number;
  readonly steps: number;
}

/** What the file of an engine exports, so that its process can drive it. */
export interface Opened {
  /**
   * Starts a case, the `nth` of its round, and takes so many human steps; all of it is on disk when
   * this resolves.
   */
  run(nth: number, steps: number): Promise<void>;
  /** Where it serves the same by HTTP; 0 when it does not. */
  readonly port: number;
}

export interface Engine extends Disposable {
  readonly port: number;
  /** Cases a second. */
  rate(load: Load): Promise<number>;
}

/** Does a work so many times, that many at once, each beginning when one before has ended. */
export async function atOnce(
  count: number,
  concurrency: number,
  work: (nth: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const line = async (): Promise<void> => {
    for (let nth = next++; nth < count; nth = next++) await work(nth);
  };
  await Promise.all(Array.from({ length: concurrency }, line));
}

export async function startEngine(name: EngineName, setting: Setting): Promise<Engine> {
  const args = [name, JSON.stringify(setting)];
  const { message, child } = await start<{ port: number }>("desk-house.ts", args);
  return {
    port: message.port,
    async rate(load) {
      const ended = new AbortController();
      const exit = once(child, "exit", { signal: ended.signal }).then(() => {
        throw new Error(`engine ${name} ended while it was measured`);
      });
      child.send(load);
      const [milliseconds] = await Promise.race([once(child, "message"), exit]);
      ended.abort();
      return (load.cases * 1000) / Number(milliseconds);
    },
    [Symbol.dispose]: () => child.disconnect(),
  };
}
