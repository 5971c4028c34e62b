// DBOS (对照) as its documentation says: a durable workflow that receives each decision as a message,
// then a step for its row.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { peerModule } from "../peers.ts";
import { connections, type Opened, type Setting } from "./engine.ts";
import { answersAt, deciders } from "./room.ts";

type Workflow = (id: string, facts: Record<string, unknown>) => Promise<string>;

interface Dbos {
  setConfig(config: object): void;
  registerWorkflow(workflow: Workflow, options: { name: string }): Workflow;
  launch(): Promise<void>;
  startWorkflow(
    workflow: Workflow,
    options: { workflowID: string },
  ): (...args: Parameters<Workflow>) => Promise<{ getResult(): Promise<string> }>;
  send(workflowID: string, message: object, topic: string): Promise<void>;
  recv(topic: string, timeoutSeconds: number): Promise<object | null>;
  runStep<T>(step: () => Promise<T>, options: { name: string }): Promise<T>;
}

/** A human has time; the documentation asks for a limit all the same. */
const patienceSeconds = 30 * 86_400;

const table = `create table if not exists dbos_grants (
  case_id uuid primary key, union_id uuid not null, amount_fen bigint not null,
  granted_at timestamptz not null)`;

/** A workflow taken back after a crash may do its step again. */
const addGrant = {
  name: "grant",
  text: "insert into dbos_grants values ($1, $2, $3, now()) on conflict do nothing",
};

export async function open({ url, firms }: Setting): Promise<Opened> {
  const { DBOS } = await peerModule<{ DBOS: Dbos }>("@dbos-inc/dbos-sdk");
  // It calls its driver in a way that will go; nobody here can mend it.
  process.noDeprecation = true;
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query(table);
  DBOS.setConfig({
    name: "bench",
    applicationVersion: "1",
    systemDatabaseUrl: url,
    systemDatabasePoolSize: connections,
    logLevel: "error",
  });
  const grant = DBOS.registerWorkflow(
    async (id, facts) => {
      for (const step of deciders) assert(await DBOS.recv(step, patienceSeconds));
      const values = [id, facts.union, facts.amount];
      await DBOS.runStep(() => pool.query({ ...addGrant, values }), { name: "grant" });
      return "approved";
    },
    { name: "grant" },
  );
  await DBOS.launch();
  return {
    port: 0,
    async run(nth, steps) {
      assert.equal(steps, deciders.length, "a workflow in memory is taken to its end");
      const id = randomUUID();
      const { unionId } = firms[nth % firms.length]!;
      const started = DBOS.startWorkflow(grant, { workflowID: id });
      const handle = await started(id, answersAt(unionId));
      for (const step of deciders) await DBOS.send(id, { decision: "agree" }, step);
      assert.equal(await handle.getResult(), "approved");
    },
  };
}
