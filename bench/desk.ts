// The desk (办件): a case from start through three human steps to its effect, beside other engines,
// in a full store, and in memory.
import type { Bench, Measured, Wishes } from "./bench.ts";
import { type Engine, type EngineName, startEngine } from "./desk/engine.ts";
import { multiplyCases } from "./desk/full.ts";
import { rateByHttp } from "./desk/http.ts";
import { compareSteps } from "./desk/memory.ts";
import { comparePage } from "./desk/page.ts";
import { type Firm, plantPeople } from "./desk/people.ts";
import { deciders, makeGrants } from "./desk/room.ts";
import type { Ground } from "./ground.ts";
import { type Compared, compare } from "./rounds.ts";
import { aSecond, milliseconds, times } from "./words.ts";

const steps = deciders.length;

/** Under what name and password peers own the database that they share. */
const peer = "peer";

/** A database of the peers' own on the same server. Answers its address. */
async function makePeerDatabase({ owner, url }: Ground): Promise<string> {
  await owner.query(`create role ${peer} login password '${peer}'`);
  await owner.query(`create database ${peer} owner ${peer}`);
  const address = new URL(url);
  Object.assign(address, { username: peer, password: peer, pathname: peer });
  return address.href;
}

/** A house with its people and nothing filed yet. */
async function furnish(ground: Ground): Promise<readonly Firm[]> {
  await makeGrants(ground);
  const firms = await plantPeople(ground);
  await ground.owner.query("vacuum analyze");
  return firms;
}

/** Everything measured on one server. */
interface Scene {
  readonly wishes: Wishes;
  readonly ground: Ground;
  readonly firms: readonly Firm[];
  readonly ours: Engine;
}

const lineOf = (what: string, { ours, peer, ratio }: Compared): Measured => ({
  what,
  ours: aSecond(ours, "件"),
  peer: aSecond(peer, "件"),
  ratio: times(ratio),
});

async function besidePeer({ ground, firms, ours, wishes }: Scene, name: EngineName, url: string) {
  const { concurrency, casesPerRound: cases, rounds } = wishes;
  using engine = await startEngine(name, { url, folder: ground.folder, firms, concurrency });
  return await compare(name, rounds, {
    ours: () => ours.rate({ cases, steps }),
    peer: () => engine.rate({ cases, steps }),
  });
}

/** One case of every firm goes through the house's own door; the others are like them. */
async function besideFull({ ground, ours, wishes }: Scene) {
  const { concurrency, casesPerRound: cases, rounds } = wishes;
  const full = await ground.beside("full_store");
  const firms = await furnish(full);
  using filled = await startEngine("ours", { ...full, firms, concurrency });
  await filled.rate({ cases: firms.length, steps });
  await multiplyCases(full, wishes.cases - firms.length);
  const filling = await compare("满库", rounds, {
    ours: () => filled.rate({ cases, steps }),
    peer: () => ours.rate({ cases, steps }),
  });
  // All wait at their counties: a page of tasks for each cadre.
  await filled.rate({ cases: firms.length, steps: steps - 1 });
  return { filling, page: await comparePage(full, firms[0]!, rounds) };
}

async function byHttp({ ours, firms, wishes }: Scene): Promise<number> {
  const load = { cases: wishes.casesPerRound, concurrency: wishes.concurrency };
  await rateByHttp(ours.port, firms, load);
  return rateByHttp(ours.port, firms, load);
}

export const desk: Bench = {
  name: "desk",
  title:
    "办件：提交、三步审批、生效，全部落库，与别的流程引擎相比；满库与空库；待办列表；内存里的一步",
  bounds: [
    { figure: "vs_bpmn_engine", atLeast: 10 },
    { figure: "vs_dbos", atLeast: 4 },
    { figure: "full_store", atLeast: 0.8 },
    { figure: "my_tasks_vs_point", atMost: 5 },
    { figure: "step_vs_xstate", atLeast: 1 },
  ],
  async run(ground, wishes) {
    const firms = await furnish(ground);
    const peers = await makePeerDatabase(ground);
    const { url, folder } = ground;
    const { concurrency, rounds } = wishes;
    using ours = await startEngine("ours", { url, folder, firms, concurrency });
    await ours.rate({ cases: wishes.casesPerRound, steps });
    // A statement planned while a table was empty reads the whole of it until statistics say otherwise.
    await ground.owner.query("analyze");
    const scene = { wishes, ground, firms, ours };
    const bpmn = await besidePeer(scene, "bpmn", peers);
    const dbos = await besidePeer(scene, "dbos", peers);
    const http = await byHttp(scene);
    const { filling, page } = await besideFull(scene);
    const memory = await compareSteps(rounds);
    return {
      figures: {
        vs_bpmn_engine: bpmn.ratio,
        vs_dbos: dbos.ratio,
        full_store: filling.ratio,
        my_tasks_vs_point: page.ratio,
        step_vs_xstate: memory.ratio,
      },
      lines: [
        lineOf("整件，对 bpmn-engine", bpmn),
        lineOf("整件，对 DBOS", dbos),
        { what: "整件，经 HTTP 接口", ours: aSecond(http, "件"), peer: "", ratio: "" },
        lineOf(`整件，库里有 ${wishes.cases} 件时，对空库`, filling),
        {
          what: "待办列表一页，对按主键取一行",
          ours: milliseconds(page.ours),
          peer: milliseconds(page.peer),
          ratio: times(page.ratio),
        },
        {
          what: "内存里的一步，对 XState",
          ours: aSecond(memory.ours, "步"),
          peer: aSecond(memory.peer, "步"),
          ratio: times(memory.ratio),
        },
      ],
    };
  },
};
