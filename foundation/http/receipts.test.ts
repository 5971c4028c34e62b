// Receipts on real doors: the same key is one act and one answer, kept sealed and for a while only.
import { newId } from "@niangjia/foundation/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { refuse } from "../refusal.ts";
import type { Room } from "../room.ts";
import { receiptSweep } from "./receipts.ts";
import { route } from "./route.ts";

const wrong = { code: "trial.wrong", status: 422, say: "不对。", next: "请再试。" };
let runs = 0;

const trial: Room = {
  word: "trial",
  title: "试验",
  routes: [
    route(
      {
        id: "trial.password",
        method: "POST",
        path: "/trial/password",
        title: "试验",
        body: z.object({ word: z.string() }),
        answer: z.object({ password: z.string() }),
        refusals: [wrong],
      },
      {
        may: "signed-in",
        async run(_act, { body }) {
          runs += 1;
          if (body.word === "wrong" && runs === 1) throw refuse(wrong, { keepChanges: true });
          return { password: `first-${runs}` };
        },
      },
    ),
  ],
};

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller", rooms: [...rooms, trial] });
});
afterAll(() => house.close());

const ask = async (client: Client, key: string, word: string) => {
  const { status, body } = await client.post("/api/trial/password", { word }, key);
  return { status, body };
};

test("the same key is one act and one answer, which lies sealed in the store", async () => {
  runs = 0;
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const key = newId();
  const first = await ask(cadre, key, "right");
  expect(first).toEqual({ status: 200, body: { password: "first-1" } });
  expect(await ask(cadre, key, "right")).toEqual(first);
  expect(runs).toBe(1);
  expect(await ask(cadre, key, "other")).toMatchObject({
    status: 409,
    body: { code: "http.idempotency-key-reused" },
  });
  const { rows } = await house.owner.query(
    "select row_to_json(r)::text as row, answer_cipher from access.receipts r where key = $1",
    [key],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].row).not.toContain("first-1");
  expect(rows[0].answer_cipher.toString("latin1")).not.toContain("first-1");
});

test("a refusal that keeps its changes leaves the key free to try again", async () => {
  runs = 0;
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const key = newId();
  expect(await ask(cadre, key, "wrong")).toMatchObject({ status: 422 });
  expect(await ask(cadre, key, "wrong")).toEqual({ status: 200, body: { password: "first-2" } });
});

test("receipts are forgotten after a month, not before", async () => {
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const [early, late] = [newId(), newId()];
  await ask(cadre, early, "right");
  house.clock.advance(2 * 86_400_000);
  const again = await house.signIn("cadre", tree.changshaCounty);
  await ask(again, late, "right");
  house.clock.advance(29 * 86_400_000);
  await house.worker.sweep(receiptSweep);
  const { rows } = await house.owner.query("select key from access.receipts where key = any($1)", [
    [early, late],
  ]);
  expect(rows).toEqual([{ key: late }]);
});
