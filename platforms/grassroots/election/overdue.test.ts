// A committee whose term is over by its public door: it changes until the next is elected, and is put off to a day that comes.
import { describe, expect, it } from "vitest";
import type { Client } from "../../../server/testing.ts";
import { agree, file, openHouse, paper, renewFacts } from "./testing.ts";

const delayFacts = async (union: string, client: Client, changes: object = {}) => ({
  ...{ union, kind: "delay", delayMonths: 6, delayReason: "企业改制正在进行" },
  ...{ papers: (await renewFacts(union, client)).papers, ...changes },
});

describe("a committee whose term is over", () => {
  it("still hands the chair on, whose post lasts as long as a renewal may be put off", async () => {
    const { house, staff, union } = await openHouse({ from: "2021-01-10" });
    const filed = await file(staff.officer, "adjust", {
      ...{ union, kind: "replace", body: "committee", office: "chair" },
      ...{ leaver: "周正", reason: "retire", lastDay: "2026-11-10", successor: "陈立新" },
      ...{ successorPhone: "13800000009", fromDay: "2026-11-11" },
      ...{ due: 7, present: 6, votes: 6, chairIsHead: false, relatives: false },
      papers: [await paper(staff.officer)],
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const agreed = await agree(staff.above, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      `select t.chair, t.to_day, (select array_agg(state || ' ' || to_day) from access.posts p
         where p.org_id = t.union_id and role = 'chair') as posts
       from organisation.terms t where union_id = $1 and ended_day is null`,
      [union],
    );
    expect(rows).toEqual([{ chair: "陈立新", to_day: "2026-01-09", posts: ["asked 2027-05-21"] }]);
  });

  it("is not put off to a day that is past, and is told to renew", async () => {
    const { house, staff, union } = await openHouse({ from: "2021-01-10" });
    const past = await file(staff.officer, "renew", await delayFacts(union, staff.officer));
    expect(past.body).toMatchObject({
      code: "election.delay-past",
      title: expect.stringMatching(/2026\D+7\D+9\D+已经过去/),
      next: expect.stringContaining("换届"),
    });
    const later = { delayMonths: 12, special: "企业破产重整，法院尚未裁定" };
    const facts = await delayFacts(union, staff.officer, later);
    const filed = await file(staff.officer, "renew", facts);
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      "select extended_to from organisation.terms where union_id = $1",
      [union],
    );
    expect(rows).toEqual([{ extended_to: "2027-01-09" }]);
  });

  it("is not put off once the day asked for has passed in waiting", async () => {
    const { house, staff, union } = await openHouse({ from: "2021-05-26" });
    const filed = await file(staff.officer, "renew", await delayFacts(union, staff.officer));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    house.clock.set("2026-11-26T09:00:00+08:00");
    const { body } = await agree(staff.above, filed.body.id);
    expect(body.code, JSON.stringify(body)).toBe("election.delay-past");
    const { rows } = await house.owner.query(
      "select extended_to from organisation.terms where union_id = $1",
      [union],
    );
    expect(rows).toEqual([{ extended_to: null }]);
  });
});
