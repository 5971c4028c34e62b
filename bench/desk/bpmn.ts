// bpmn-engine (对照) as a server must run it: recovered from its stored state at every step, saved
// again with the business row.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { peerModule } from "../peers.ts";
import { connections, type Opened, type Setting } from "./engine.ts";
import { answersAt, deciders } from "./room.ts";

interface Execution {
  signal(message: { id: string; decision: string }): void;
}

interface Engine {
  execute(options: { variables: object }): Promise<Execution>;
  getState(): Promise<{ state: string }>;
  recover(state: object): Engine;
  resume(): Promise<Execution>;
}

type Source = Readonly<Record<string, unknown>>;

const flows = ["start", ...deciders].map((from, nth) => {
  const to = [...deciders, "end"][nth];
  return `<sequenceFlow id="flow-${nth}" sourceRef="${from}" targetRef="${to}"/>`;
});

const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="grants" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <process id="grant" isExecutable="true">
    <startEvent id="start"/><endEvent id="end"/>
    ${deciders.map((id) => `<userTask id="${id}"/>`).join("")}${flows.join("")}
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

const tables = `
  create table if not exists bpmn_cases (id uuid primary key, state json not null);
  create table if not exists bpmn_grants (
    case_id uuid primary key, union_id uuid not null, amount_fen bigint not null,
    step text not null, at timestamptz not null)`;

const statements = {
  add: "insert into bpmn_cases (id, state) values ($1, $2)",
  take: "select state from bpmn_cases where id = $1 for update",
  put: "update bpmn_cases set state = $2 where id = $1",
  addGrant: "insert into bpmn_grants values ($1, $2, $3, $4, now())",
  putGrant: "update bpmn_grants set step = $2, at = now() where case_id = $1",
} as const;

/** A statement, prepared once a connection. */
const query = (client: pg.PoolClient, name: keyof typeof statements, values: unknown[]) =>
  client.query<{ state: object }>({ name, text: statements[name], values });

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
  await pool.query(tables);

  async function decide(client: pg.PoolClient, id: string, step: string): Promise<string> {
    const stored = await query(client, "take", [id]);
    const engine = new Engine().recover(stored.rows[0]!.state);
    (await engine.resume()).signal({ id: step, decision: "agree" });
    const state = await engine.getState();
    await query(client, "put", [id, JSON.stringify(state)]);
    await query(client, "putGrant", [id, step]);
    return state.state;
  }

  return {
    port: 0,
    async run(nth, steps) {
      const id = randomUUID();
      const { unionId } = firms[nth % firms.length]!;
      const variables = answersAt(unionId);
      await inTransaction(pool, async (client) => {
        const engine = new Engine({ name: id, sourceContext });
        await engine.execute({ variables });
        await query(client, "add", [id, JSON.stringify(await engine.getState())]);
        await query(client, "addGrant", [id, unionId, variables.amount, "start"]);
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
