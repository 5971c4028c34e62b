// What the case page shows of a dispute, by its public door: the worker reads sittings, agreement and money there.
import { expect, it } from "vitest";
import type { Client } from "../../../server/testing.ts";
import { accepted, agree, agreedFacts, openScene, paper } from "./testing.ts";

const place = "长沙县总工会二楼调解室";

it("shows sittings, agreement and money with the case, and the minutes to those who handle it", async () => {
  const scene = await openScene();
  const { house, worker, mediator, cadre } = scene;
  const id = await accepted(scene);
  const recordsFor = async (client: Client) => (await client.get(`/api/cases/${id}`)).body.records;
  expect(await recordsFor(worker)).toEqual([]);
  const at = `/api/mediation/disputes/${id}`;
  const called = await mediator.post(`${at}/sessions`, {
    ...{ startsAt: "2026-11-25T14:30:00+08:00", place },
  });
  house.clock.set("2026-11-25T16:00:00+08:00");
  const minutes = {
    ...{ present: "林小满、周明远", words: "双方核对了工资条。" },
    offers: [{ side: "firm", amountFen: 1_000_000, words: "先付一万元" }],
  };
  await mediator.post(`/api/mediation/sessions/${called.body.id}/minutes`, minutes);
  await agree(mediator, id, agreedFacts);
  await agree(worker, id);
  const signed = { signer: "周明远", joint: false, signedPaper: [await paper(mediator)] };
  expect((await agree(mediator, id, { ...signed, paidFen: 500_000 })).body.status).toBe("approved");

  const shown = await recordsFor(worker);
  expect(shown).toMatchObject([
    {
      title: "调解会议",
      lines: [{ title: "2026年11月25日 14:30", words: place, note: null }],
    },
    {
      title: "调解协议",
      lines: [
        { title: "八月至十月工资", words: "2026年12月10日前，转入工资卡（¥12,000.00）" },
        { title: "加班工资" },
        {
          title: "合计",
          words: "¥14,000.00，2026年11月25日生效",
          note: "双方可以在 2026年12月25日前共同申请司法确认",
        },
      ],
    },
    { title: "收到的款项", lines: [{ words: "¥5,000.00，签协议时当场付清" }] },
  ]);
  const [sittings] = await recordsFor(cadre);
  expect(sittings.lines).toMatchObject([
    { words: place },
    {
      title: "笔录",
      words: "到场：林小满、周明远。双方核对了工资条。 用人单位提出：先付一万元（¥10,000.00）",
    },
  ]);
});
