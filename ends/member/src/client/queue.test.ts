// Tests of the queue (待发送): whatever the network does, the house does each application once.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueue, type Outcome, type Waiting } from "./queue.ts";

const item = (key: string): Waiting => ({
  key,
  functionId: "membership.join",
  title: "入会申请",
  facts: { name: "林小满" },
  labels: {},
  at: 0,
});

/** A phone whose storage outlives the App, and a house that does once what comes twice under one key. */
function world(answers: readonly ("arrives" | "lost before" | "lost after" | "refused")[]) {
  let stored = "[]";
  let turn = 0;
  const filed = new Set<string>();
  const send = async ({ key }: Waiting): Promise<Outcome> => {
    const answer = answers[turn++] ?? "arrives";
    if (answer === "lost before") return { kind: "silence" };
    if (answer === "refused") return { kind: "refused", title: "不行", next: "请修改" };
    filed.add(key);
    return answer === "lost after" ? { kind: "silence" } : { kind: "filed", caseId: key };
  };
  const open = () =>
    createQueue({
      load: () => JSON.parse(stored),
      save: (list) => {
        stored = JSON.stringify(list);
        return true;
      },
      send,
    });
  return { open, filed, sendings: () => turn };
}

test("what was filed leaves the queue, and its case is told", async () => {
  const queue = world([]).open();
  queue.add(item("a"));
  const outcomes = await queue.flush();
  expect(outcomes.get("a")).toEqual({ kind: "filed", caseId: "a" });
  expect(queue.list()).toEqual([]);
});

test("after silence it waits under the same key, also when the App was closed meanwhile", async () => {
  const { open, filed } = world(["lost after"]);
  const before = open();
  before.add(item("a"));
  await before.flush();
  const after = open();
  expect(after.list().map(({ key }) => key)).toEqual(["a"]);
  await after.flush();
  expect(after.list()).toEqual([]);
  expect([...filed]).toEqual(["a"]);
});

test("what was refused waits for the person and is not sent again by itself", async () => {
  const { open, sendings } = world(["refused"]);
  const queue = open();
  queue.add(item("a"));
  await queue.flush();
  expect(queue.list()[0]?.refused).toEqual({ title: "不行", next: "请修改" });
  await queue.flush();
  expect(sendings()).toBe(1);
});

test("who comes next waits for nothing that is under way of the one before, and it takes nothing of theirs", async () => {
  const asked: string[] = [];
  let answerFirst: (outcome: Outcome) => void = () => undefined;
  const queue = createQueue({
    load: () => [],
    save: () => true,
    send: ({ key }) => {
      asked.push(key);
      if (key !== "a") return Promise.resolve({ kind: "filed", caseId: key });
      return new Promise((resolve) => {
        answerFirst = resolve;
      });
    },
  });
  queue.add(item("a"));
  const first = queue.flush();
  queue.clear();
  queue.add(item("b"));
  expect([...(await queue.flush()).keys()]).toEqual(["b"]);
  queue.add(item("c"));
  answerFirst({ kind: "refused", title: "登录已过期", next: "请重新登录。" });
  expect([...(await first).keys()]).toEqual(["a"]);
  expect(queue.list().map(({ key }) => key)).toEqual(["c"]);
  expect(asked).toEqual(["a", "b"]);
});

test("silence stops the line, so that nothing overtakes", async () => {
  const { open, sendings } = world(["lost before"]);
  const queue = open();
  queue.add(item("a"));
  queue.add(item("b"));
  await queue.flush();
  expect(sendings()).toBe(1);
  expect(queue.list().map(({ key }) => key)).toEqual(["a", "b"]);
});

test("two flushes at once send once", async () => {
  const { open, sendings } = world([]);
  const queue = open();
  queue.add(item("a"));
  await Promise.all([queue.flush(), queue.flush()]);
  expect(sendings()).toBe(1);
});

test("a cleared queue sends nothing more, after a restart too", async () => {
  const { open, sendings } = world([]);
  const queue = open();
  queue.add(item("a"));
  queue.clear();
  await queue.flush();
  await open().flush();
  expect(sendings()).toBe(0);
});

test("a full phone says that it could not keep the application", () => {
  const queue = createQueue({
    load: () => [],
    save: () => false,
    send: async () => ({ kind: "silence" }),
  });
  expect(queue.add(item("a"))).toBe(false);
});

test("through any losses and restarts each application is filed exactly once in the end", async () => {
  const loss = fc.constantFrom("arrives" as const, "lost before" as const, "lost after" as const);
  await fc.assert(
    fc.asyncProperty(
      fc.array(loss, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (losses, count) => {
        const { open, filed } = world(losses);
        const keys = Array.from({ length: count }, (_, index) => `key ${index}`);
        const first = open();
        for (const key of keys) first.add(item(key));
        for (let visit = 0; visit <= losses.length; visit += 1) await open().flush();
        expect(open().list()).toEqual([]);
        expect([...filed]).toEqual(keys);
      },
    ),
  );
});
