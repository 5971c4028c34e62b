// bpmn-engine (对照) as a server must run it: recovered from its stored state at every step, saved
// again with its rows. Terms are what BPMN has for them: timers on the boundaries of their tasks.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { peerModule } from "../peers.ts";
import { connections, type Opened, type Setting } from "./engine.ts";
import { answersAt, deciders, termDays } from "./room.ts";
import { type At, rowsOf } from "./rows.ts";

interface Execution {
  signal(message: { id: string; decision: string }): void;
}

interface Engine {
  /** Lets go of the timers that run in memory. */
  stop(): void;
  execute(options: { variables: object }): Promise<Execution>;
  getState(): Promise<{ state: string }>;
  recover(state: object): Engine;
  resume(): Promise<Execution>;
}

type Step = (typeof deciders)[number];

/** A case as it lies in the store. */
interface Stored {
  readonly state: object;
  readonly facts: At["facts"];
}

type Source = Readonly<Record<string, unknown>>;

const flows = ["start", ...deciders].map((from, nth) => {
  const to = [...deciders, "end"][nth];
  return `<sequenceFlow id="flow-${nth}" sourceRef="${from}" targetRef="${to}"/>`;
});

/** What is due when a task's days are over; the task goes on. */
const lateAt = (id: (typeof deciders)[number]): string => `
  <boundaryEvent id="${id}-late" attachedToRef="${id}" cancelActivity="false">
    <timerEventDefinition>
      <timeDuration xsi:type="tFormalExpression">P${termDays[id]}D</timeDuration>
    </timerEventDefinition>
  </boundaryEvent>`;

const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="grants" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <process id="grant" isExecutable="true">
    <startEvent id="start"/><endEvent id="end"/>
    ${deciders.map((id) => `<userTask id="${id}"/>${lateAt(id)}`).join("")}${flows.join("")}
  </process>
</definitions>`;

/** The process, read once: its documentation lets engines share a parsed source. */
async function readSource(): Promise<Source> {
  const elements = await peerModule<object>("bpmn-elements");
  const reader = await peerModule<{ default: new () => { fromXML(xml: string): Promise<object> } }>(
    "bpmn-moddle",
  );
  const serializer = await peerModule<{
    default(moddle: object, types: object): Source;
    TypeResolver(elements: object): object;
  }>("moddle-context-serializer");
  const moddle = await new reader.default().fromXML(diagram);
  return serializer.default(moddle, serializer.TypeResolver(elements));
}

const rows = rowsOf("bpmn");
const takeState = {
  name: "take",
  text: "select state, facts from bpmn_cases where id = $1 for update",
};

async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } finally {
    client.release();
  }
}

export async function open({ url, firms }: Setting): Promise<Opened> {
  const { Engine } = await peerModule<{ Engine: new (options?: object) => Engine }>("bpmn-engine");
  const sourceContext = await readSource();
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await rows.make(pool);

  /** What is stored of an engine that waits, whose timers then run on in the store alone. */
  async function stateOf(engine: Engine): Promise<{ state: string; json: string }> {
    const state = await engine.getState();
    engine.stop();
    return { state: state.state, json: JSON.stringify(state) };
  }

  async function decide(client: pg.PoolClient, id: string, step: Step): Promise<string> {
    const stored = await client.query<Stored>({ ...takeState, values: [id] });
    const { state: before, facts } = stored.rows[0]!;
    const engine = new Engine().recover(before);
    (await engine.resume()).signal({ id: step, decision: "agree" });
    const { state, json } = await stateOf(engine);
    await client.query(rows.decided({ id, facts, state: json }, step));
    return state;
  }

  return {
    port: 0,
    async run(nth, steps) {
      const id = randomUUID();
      const facts = answersAt(firms[nth % firms.length]!.unionId);
      await inTransaction(pool, async (client) => {
        const engine = new Engine({ name: id, sourceContext });
        await engine.execute({ variables: facts });
        await client.query(rows.filed({ id, facts, state: (await stateOf(engine)).json }));
      });
      let state = "running";
      for (const step of deciders.slice(0, steps)) {
        await inTransaction(pool, async (client) => {
          state = await decide(client, id, step);
        });
      }
      assert.equal(state, steps === deciders.length ? "idle" : "running");
    },
  };
}
