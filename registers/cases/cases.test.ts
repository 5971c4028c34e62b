// Cases over HTTP: filed, decided, returned, withdrawn; who sees what, and what is sealed.
import { describe, expect, it } from "vitest";
import { tree } from "../../server/testing.ts";
import { effectTitle, openSampleHouse, sampleFacts } from "./testing.ts";

const file = "/api/cases/functions/sample.one/file";

describe("a case of one step", () => {
  it("is filed by a worker, agreed by the officer, and takes effect once", async () => {
    const house = await openSampleHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const filed = await worker.post(file, { facts: await sampleFacts(house, tree.firm) });
    expect(filed.body).toMatchObject({ status: "running" });
    const todo = await officer.get("/api/desk");
    expect(todo.body).toMatchObject({ total: 1 });
    console.log(JSON.stringify(todo.body, null, 1));
    const [row] = todo.body.rows;
    const shown = await officer.get(`/api/cases/${row.id}`);
    console.log(JSON.stringify(shown.body, null, 1));
    const agreed = await officer.post(`/api/cases/${row.id}/commands`, {
      command: { kind: "agree", task: row.task },
    });
    expect(agreed.body).toMatchObject({ status: "approved" });
    await house.settle();
    const notices = await worker.get("/api/notices");
    console.log(notices.body);
  });
});
