// The house (娘家) as an engine: the use cases its routes call, in the name of real accounts, each in
// the house's own transaction.
import assert from "node:assert/strict";
import { Sessions } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked, Contract } from "@niangjia/foundation/http";
import * as contract from "@niangjia/registers/cases/contract";
import { houseOn } from "../house.ts";
import type { Opened, Setting } from "./engine.ts";
import { answersAt, deciders, deskRooms, functionId, register } from "./room.ts";

/** What a route of the case register runs once the request was let in. */
export function useCase<C extends Contract>({ id }: C) {
  const route = register.routes?.find((candidate) => candidate.contract.id === id);
  assert(route, `the case register has no route ${id}`);
  return (act: Act, asked: Pick<Asked<C>, "params" | "query" | "body">): Promise<Answer<C>> =>
    route.run(act, { ...asked, device: "bench", upload: undefined }) as Promise<Answer<C>>;
}

const fileCase = useCase(contract.fileCase);
const commandCase = useCase(contract.commandCase);

export async function open({ url, folder, firms }: Setting): Promise<Opened> {
  const house = await houseOn(url, folder, deskRooms);
  const { identify } = new Sessions(house.database, () => new Date());
  async function as<T>(token: string, work: (act: Act) => Promise<T>): Promise<T> {
    const actor = await identify(token);
    assert(actor);
    return house.act(actor, work);
  }
  await house.app.listen({ port: 0, host: "127.0.0.1" });
  const address = house.app.server.address();
  assert(address !== null && typeof address === "object");
  return {
    port: address.port,
    async run(nth, steps) {
      const firm = firms[nth % firms.length]!;
      const filed = await as(firm.worker, (act) =>
        fileCase(act, {
          params: { id: functionId },
          query: undefined,
          body: { facts: answersAt(firm.unionId) },
        }),
      );
      let { status } = filed;
      for (const [before, role] of deciders.slice(0, steps).entries()) {
        const body = { command: { kind: "agree", task: before + 1 } } as const;
        const asked = { params: { id: filed.id }, query: undefined, body };
        ({ status } = await as(firm[role], (act) => commandCase(act, asked)));
      }
      assert.equal(status, steps === deciders.length ? "approved" : "running");
    },
  };
}
