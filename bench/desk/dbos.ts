// DBOS (对照) as its documentation says: a durable workflow that receives each decision as a message and
// writes its rows in steps.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { peerModule } from "../peers.ts";
import { connections, type Opened, type Setting } from "./engine.ts";
import { answersAt, deciders, termDays } from "./room.ts";
import { type At, rowsOf } from "./rows.ts";

type Workflow = (id: string, facts: At["facts"]) => Promise<string>;

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

const secondsOfDay = 86_400;

export async function open({ url, firms }: Setting): Promise<Opened> {
  const { DBOS } = await peerModule<{ DBOS: Dbos }>("@dbos-inc/dbos-sdk");
  // It calls its driver in a way that will go; nobody here can mend it.
  process.noDeprecation = true;
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const rows = rowsOf("dbos");
  await rows.make(pool);
  DBOS.setConfig({
    name: "bench",
    applicationVersion: "1",
    systemDatabaseUrl: url,
    systemDatabasePoolSize: connections,
    logLevel: "error",
  });
  const grant = DBOS.registerWorkflow(
    async (id, facts) => {
      const at = { id, facts, state: null };
      await DBOS.runStep(() => pool.query(rows.filed(at)), { name: "file" });
      for (const step of deciders) {
        assert(await DBOS.recv(step, termDays[step] * secondsOfDay));
        await DBOS.runStep(() => pool.query(rows.decided(at, step)), { name: step });
      }
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
