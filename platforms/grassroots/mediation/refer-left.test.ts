// A referral returned to a mediator who leaves: another mediator has it, and the dispute can be referred after all.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { accepted, agree, file, give, openScene, postOf, rowsOf } from "./testing.ts";

describe("a referral returned to a mediator who leaves", () => {
  it("is another mediator's to take back, so that the dispute can be referred after all", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    const id = await accepted(scene);
    await agree(mediator, id, { result: "failed", failure: "单位不同意" });
    await house.settle();
    const [{ number }] = await rowsOf(house, "disputes");
    const wish = {
      ...{ dispute: number, to: "arbitration", partner: "长沙县劳动人事争议仲裁院" },
      ...{ consent: true, reason: "单位不同意支付，职工要求仲裁。" },
    };
    const referral = (await file(mediator, "refer", wish)).body.id;
    await give(cadre, referral, "return", { opinion: "请补上同意移送的签名" });
    await house.settle();
    const colleague = await house.signIn("mediator", tree.changshaCounty);
    const keeper = await house.signIn("system-admin", tree.province);
    await keeper.post(`/api/access/posts/${await postOf(house, mediator)}/end`);
    await house.settle();
    expect((await file(cadre, "refer", wish)).body.code).toBe("cases.already-running");
    expect((await colleague.get("/api/desk")).body.rows).toMatchObject([{ id: referral }]);
    expect((await give(colleague, referral, "withdraw")).body.status).toBe("withdrawn");
    expect((await file(cadre, "refer", wish)).status).toBe(200);
  });
});
