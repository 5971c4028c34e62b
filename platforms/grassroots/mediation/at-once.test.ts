// Many at once on the seal of an agreement: it is concluded once, whoever and however often it is pressed.
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, it } from "vitest";
import { accepted, agree, agreedFacts, openScene, paper, rowsOf } from "./testing.ts";

const many = 8;

describe("mediation.agreement, eight at once", () => {
  it("is sealed once: one agreement, one payment, one delivery to the court", async () => {
    const scene = await openScene();
    const { house, worker, mediator } = scene;
    const id = await accepted(scene);
    await agree(mediator, id, agreedFacts);
    await agree(worker, id);
    const [{ task }] = (await mediator.get(`/api/cases/${id}`)).body.tasks;
    const facts = {
      ...{ signer: "周明远", joint: true, court: "长沙县人民法院", paidFen: 500_000 },
      signedPaper: [await paper(mediator)],
    };
    const body = { command: { kind: "agree", task, facts } };
    const same = newId();
    // Half of them are the same request sent again, half are pressed anew.
    const replies = await Promise.all(
      Array.from({ length: many }, (_, nth) =>
        mediator.post(`/api/cases/${id}/commands`, body, nth % 2 === 0 ? same : newId()),
      ),
    );
    await house.settle();
    const statuses = replies.map(({ status }) => status);
    expect(statuses, JSON.stringify(replies[0]?.body)).toContain(200);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect(await rowsOf(house, "agreements")).toHaveLength(1);
    expect(await rowsOf(house, "recoveries")).toHaveLength(1);
    expect(await rowsOf(house, "deliveries")).toHaveLength(1);
    const { rows } = await house.owner.query(
      "select name from outbox.events where name like 'mediation.%' order by name",
    );
    expect(rows.map(({ name }) => name)).toEqual([
      ...["mediation.agreed", "mediation.delivery-made", "mediation.recovered"],
    ]);
  });
});
