// Others at a dispute, by its public doors: who is asked along the way fills in nothing, and nobody who has to do
// with a side comes to it or decides anything of it.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import {
  accepted,
  agree,
  agreedFacts,
  filed,
  give,
  openScene,
  paper,
  postOf,
  rowsOf,
  type Scene,
} from "./testing.ts";

/** Ways to ask a colleague before one decides oneself. */
const askings = {
  delegate: (to: string) => ({ to }),
  "add-sign": (to: string) => ({ posts: [to], when: "before" }),
} as const;
type Asking = keyof typeof askings;
const everyAsking = Object.keys(askings) as Asking[];

const done = ({ status, body }: { status: number; body: unknown }): void =>
  expect(status, JSON.stringify(body)).toBe(200);

interface Asked {
  readonly holder: Client;
  readonly id: string;
  readonly how: Asking;
}

/** Whoever has a dispute asks a cadre of the county about it, who agrees and has nothing to fill in. */
async function asks({ house }: Scene, { holder, id, how }: Asked): Promise<void> {
  const colleague = await house.signIn("cadre", tree.changshaCounty);
  done(await give(holder, id, how, askings[how](await postOf(house, colleague))));
  done(await agree(colleague, id));
  await house.settle();
}

const signedFacts = async (mediator: Client) => ({
  ...{ signer: "周明远", joint: false, signedPaper: [await paper(mediator)] },
});

describe("mediation.accept, when others are asked", () => {
  it.each(everyAsking)("lets a colleague say what they think at every step (%s)", async (how) => {
    const scene = await openScene();
    const { house, worker, mediator, cadre, mediatorPost } = scene;
    const id = await filed(scene);
    await asks(scene, { holder: cadre, id, how });
    expect(await rowsOf(house, "disputes")).toMatchObject([{ state: "filed" }]);
    done(await agree(cadre, id, { decision: "accept", mediator: mediatorPost }));
    await asks(scene, { holder: mediator, id, how });
    done(await agree(mediator, id, agreedFacts));
    done(await agree(worker, id));
    await asks(scene, { holder: mediator, id, how });
    done(await agree(mediator, id, await signedFacts(mediator)));
    await house.settle();
    expect(await rowsOf(house, "disputes")).toMatchObject([
      { state: "agreed", mediator_account: mediator.accountId },
    ]);
    expect(await rowsOf(house, "assignments")).toMatchObject([
      { account_id: mediator.accountId, by_account: cadre.accountId },
    ]);
  });

  it("names as mediator on the agreement who mediated, and not who signed after", async () => {
    const scene = await openScene();
    const { house, worker, mediator, cadre } = scene;
    const id = await accepted(scene);
    done(await agree(mediator, id, agreedFacts));
    done(await agree(worker, id));
    const after = { posts: [await postOf(house, cadre)], when: "after" };
    done(await give(mediator, id, "add-sign", after));
    const facts = await signedFacts(mediator);
    const over = await agree(mediator, id, { ...facts, paidFen: 9_900_000 });
    expect(over.body.fields).toMatchObject([{ path: "facts.paidFen" }]);
    done(await agree(mediator, id, facts));
    expect(await rowsOf(house, "agreements")).toEqual([]);
    done(await agree(cadre, id));
    const { rows } = await house.owner.query(
      `select a.name || '（' || p.title || '）' as words from access.posts p
       join access.accounts a on a.id = p.account_id where p.id = $1`,
      [scene.mediatorPost],
    );
    expect(await rowsOf(house, "agreements")).toMatchObject([{ mediator: rows[0].words }]);
  });
});

describe("a mediator who has to do with a side", () => {
  async function openConflict(path: string = tree.changshaCounty) {
    const scene = await openScene();
    const barred = await scene.house.signIn("mediator", path);
    const interest = { kind: "represented", name: "湘岚机械有限公司" };
    done(await barred.post("/api/mediation/interests", interest));
    return { ...scene, barred, barredPost: await postOf(scene.house, barred) };
  }
  const conflict = { code: "mediation.conflict" };
  const opinion = "不归我们管";

  it("decides nothing at acceptance, whichever way, and does not take it up", async () => {
    const scene = await openConflict();
    const { house, barred, cadre, mediatorPost } = scene;
    const id = await filed(scene);
    const away = { decision: "redirect", redirectTo: "长沙县劳动人事争议仲裁院" };
    expect((await agree(barred, id, away)).body).toMatchObject(conflict);
    const named = { decision: "accept", mediator: mediatorPost };
    expect((await agree(barred, id, named)).body).toMatchObject(conflict);
    for (const kind of ["reject", "return"]) {
      expect((await give(barred, id, kind, { opinion })).body).toMatchObject(conflict);
    }
    expect((await give(barred, id, "claim")).body).toMatchObject(conflict);
    done(await agree(cadre, id, named));
    await house.settle();
    expect(await rowsOf(house, "disputes")).toMatchObject([{ state: "accepted" }]);
  });

  it.each(["delegate", "add-sign", "transfer"] as const)(
    "is handed it by nobody, at acceptance or later (%s)",
    async (how) => {
      const scene = await openConflict(tree.changsha);
      const { mediator, cadre, barredPost, mediatorPost } = scene;
      const wish = how === "add-sign" ? { posts: [barredPost], when: "after" } : { to: barredPost };
      const id = await filed(scene);
      expect((await give(cadre, id, how, wish)).body).toMatchObject(conflict);
      done(await agree(cadre, id, { decision: "accept", mediator: mediatorPost }));
      expect((await give(mediator, id, how, wish)).body).toMatchObject(conflict);
    },
  );

  it("who learns of it later decides no more, and gives the dispute back", async () => {
    const scene = await openScene();
    const { house, mediator } = scene;
    const id = await accepted(scene);
    const interest = { kind: "relative", name: "周明远" };
    done(await mediator.post("/api/mediation/interests", interest));
    const failed = { result: "failed", failure: "分歧太大" };
    expect((await agree(mediator, id, failed)).body).toMatchObject(conflict);
    expect((await give(mediator, id, "reject", { opinion })).body).toMatchObject(conflict);
    done(await give(mediator, id, "return", { to: "accept", opinion: "我是周明远的亲属，请另派" }));
    await house.settle();
    expect(await rowsOf(house, "disputes")).toMatchObject([{ state: "filed" }]);
  });
});
