// Work that goes on while the power is cut (断电中的工作): posts, applications, approvals, merges and un-merges, each
// sent as a browser sends it, and of each what the house said it had done.
import {
  idNumberOf,
  nameOf,
  phoneOf,
  range,
  sheetOf,
} from "../platforms/realname/roster/testing.ts";
import type { Random } from "../server/demo/random.ts";
import { sweepsNow } from "../server/sweeps.ts";
import type { Answer, PowerCutHouse } from "./power-cut.ts";

const aRound = { posts: 2, applications: 5, agreedSingly: 3, merges: 2 } as const;
/** Whoever does not answer for so long has lost the command for good. */
const patienceMs = 180_000;
const againAfterMs = 300;
/** A browser that is closed before the answer comes never asks again: what became of its command is unsure. */
const closedBeforeAnswer = 0.3;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the house said of a command: that it is done, or nothing. */
export type Said = "acknowledged" | "unsure";

export interface Application {
  readonly id: string;
  agreed: Said | "not asked";
}

export interface Pair {
  readonly suspectId: string;
  readonly survivorId: string;
  readonly absorbedId: string;
  mergeId?: string;
  merged: Said | "not asked";
  parted: Said | "not asked";
}

interface Command {
  readonly token: string;
  readonly path: string;
  readonly body: object;
}

/** Who does what; merging is shared, because each account may only merge so often a minute. */
interface Tokens {
  readonly admin: string;
  readonly town: string;
  readonly firm: string;
  readonly mergers: readonly string[];
}

/** People apart from those of other rosters, two of one name whose numbers differ in one digit. */
const twins = (nth: number) => [nth * 400 + 40_000, nth * 400 + 40_001];
const applicantOf = (nth: number): number => 200_000 + nth;

/** Two rows for each pair. */
const pairsSheet = (pairs: number): Promise<Buffer> =>
  sheetOf(
    range(pairs).flatMap((nth) =>
      twins(nth).map((index) => [
        ...[nameOf(nth * 29), idNumberOf(index), phoneOf(index)],
        ...["大专", "2024-05-01", "湘岚机械有限公司"],
      ]),
    ),
  );

export class Work {
  /** Titles of the posts asked for, and the id of each that was acknowledged. */
  readonly posts = new Map<string, string | null>();
  readonly applications: Application[] = [];
  readonly pairs: Pair[] = [];
  /** Commands whose first answer never came. */
  cutOff = 0;
  sent = 0;

  readonly #house: PowerCutHouse;
  readonly #random: Random;
  readonly #seed: string;
  #tokens: Tokens | undefined;
  #union = { province: "", firm: "" };

  constructor(house: PowerCutHouse, seed: string, random: Random) {
    this.#house = house;
    this.#seed = seed;
    this.#random = random;
  }

  /** Enrols what the rounds will merge, lets a night pass over it so that it is suspected, and signs everybody in. */
  async prepare(rounds: number): Promise<void> {
    const house = this.#house;
    const firm = await house.signIn("firm-officer");
    const bytes = await pairsSheet(rounds * aRound.merges);
    const fileId = await house.upload(firm, "名册.xlsx", bytes);
    const { body: me } = await house.call(firm, "GET", "/me");
    this.#union = { province: "", firm: me.post.org.id };
    const asked = { fileId, unionId: me.post.org.id };
    const { body: opened } = await house.call(firm, "POST", "/roster/imports", asked);
    await house.call(firm, "POST", `/roster/imports/${opened.id}/start`);
    await settled(house, firm, `/roster/imports/${opened.id}`);
    const inside = await house.open();
    await sweepsNow(inside.house);
    await inside.close();
    const admin = await house.signIn("system-admin");
    this.#union.province = (await house.call(admin, "GET", "/me")).body.post.org.id;
    const mergers = [firm, await house.signIn("firm-chair"), await house.signIn("county-cadre")];
    this.#tokens = { admin, firm, mergers, town: await house.signIn("town-officer") };
    await this.#listPairs(firm);
    await this.#file();
  }

  async #listPairs(token: string): Promise<void> {
    for (let page = 1; ; page += 1) {
      const path = `/data-quality/suspects?kind=duplicate&size=100&page=${page}`;
      const { body } = await this.#house.call(token, "GET", path);
      for (const { id, person, other } of body.rows) {
        const ids = { suspectId: id, survivorId: person.personId, absorbedId: other.personId };
        this.pairs.push({ ...ids, merged: "not asked", parted: "not asked" });
      }
      if (this.pairs.length >= body.total) return;
    }
  }

  /** Sends one round's commands at once; ends when each was answered or given up. */
  async round(): Promise<void> {
    const ready = this.applications.filter(({ agreed }) => agreed === "not asked");
    const asked = this.pairs.filter(({ merged }) => merged === "not asked").slice(0, aRound.merges);
    const undone = this.pairs.find(
      ({ merged, parted }) => merged === "acknowledged" && parted === "not asked",
    );
    await Promise.all([
      ...range(aRound.posts).map(() => this.#askPost()),
      ...ready.slice(0, aRound.agreedSingly).map((one) => this.#agree(one)),
      this.#agreeAll(ready.slice(aRound.agreedSingly)),
      ...asked.map((pair) => this.#merge(pair)),
      ...(undone ? [this.#part(undone)] : []),
      this.#file(),
    ]);
  }

  async #askPost(): Promise<void> {
    const nth = this.posts.size + 1;
    const title = `演练岗位 ${nth}`;
    this.posts.set(title, null);
    const phone = `137${String(nth).padStart(8, "0")}`;
    const body = {
      ...{ name: "断电演练", phone, title, role: "officer" },
      ...{ orgId: this.#union.province, fromDay: "2026-01-01" },
    };
    const answer = await this.#send({ token: this.tokens.admin, path: "/access/posts", body });
    if (answer) this.posts.set(title, answer.id);
  }

  /** Applications for the next round to agree to. */
  async #file(): Promise<void> {
    const path = "/cases/functions/membership.join/file";
    const filed = await Promise.all(
      range(aRound.applications, this.applications.length).map((nth) => {
        const index = applicantOf(nth);
        const facts = {
          ...{ union: this.#union.firm, name: nameOf(nth), documentKind: "111" },
          ...{ idNumber: idNumberOf(index), phone: phoneOf(index), ethnicGroup: "01" },
          ...{ education: "21", occupation: "快递员", isGig: true, gigOccupation: "02" },
          voluntary: true,
        };
        return this.#send({ token: this.tokens.town, path, body: { facts } }, "until answered");
      }),
    );
    for (const { id } of filed) this.applications.push({ id, agreed: "not asked" });
  }

  async #agree(application: Application): Promise<void> {
    const path = `/cases/${application.id}/commands`;
    const body = { command: { kind: "agree", task: 1 } };
    application.agreed = "unsure";
    const answer = await this.#send({ token: this.tokens.firm, path, body });
    if (answer?.status === "approved") application.agreed = "acknowledged";
  }

  async #agreeAll(applications: readonly Application[]): Promise<void> {
    const items = applications.map(({ id }) => ({ id, task: 1 }));
    for (const application of applications) application.agreed = "unsure";
    const answer = await this.#send({
      token: this.tokens.firm,
      path: "/cases/commands",
      body: { items },
    });
    if (answer?.agreed !== items.length) return;
    for (const application of applications) application.agreed = "acknowledged";
  }

  async #merge(pair: Pair): Promise<void> {
    const { survivorId, absorbedId } = pair;
    pair.merged = "unsure";
    const body = { survivorId, absorbedId };
    const answer = await this.#send({ token: this.#merger(), path: "/roster/merges", body });
    if (!answer) return;
    pair.mergeId = answer.id;
    pair.merged = "acknowledged";
  }

  async #part(pair: Pair): Promise<void> {
    pair.parted = "unsure";
    const path = `/roster/merges/${pair.mergeId}/undo`;
    const body = { note: "断电演练" };
    const answer = await this.#send({ token: this.#merger(), path, body });
    if (answer) pair.parted = "acknowledged";
  }

  get tokens(): Tokens {
    if (!this.#tokens) throw new Error("nobody has signed in yet");
    return this.#tokens;
  }

  #merger(): string {
    return this.#random.pick(this.tokens.mergers);
  }

  /**
   * The answer of a command. A broken connection and “not now” are tried again with the same key, unless the browser
   * was closed: then there is no answer.
   */
  async #send(command: Command, how?: "until answered"): Promise<Answer["body"]> {
    this.sent += 1;
    const key = `power-cut-${this.#seed}-${this.sent}`;
    const closes = how === undefined && this.#random.chance(closedBeforeAnswer);
    const until = Date.now() + patienceMs;
    for (let nth = 0; Date.now() < until; nth += 1) {
      const { token, path, body } = command;
      const reply = await this.#house.call(token, "POST", path, body, key).catch(() => undefined);
      if (reply?.status === 200) return reply.body;
      const passes = reply === undefined || reply.status >= 500 || reply.status === 429;
      if (!passes) throw new Error(`${path} was refused: ${JSON.stringify(reply.body)}`);
      if (nth === 0) this.cutOff += 1;
      if (closes) return undefined;
      await wait(againAfterMs);
    }
    throw new Error(`${command.path} was not answered within three minutes`);
  }
}

/** An import once nothing runs any more. */
export async function settled(
  house: PowerCutHouse,
  token: string,
  path: string,
): Promise<Answer["body"]> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const answer = await house.call(token, "GET", path).catch(() => undefined);
    if (answer?.status === 200 && !["waiting", "running"].includes(answer.body.state)) {
      return answer.body;
    }
    await wait(200);
  }
  throw new Error("the import did not end within three minutes");
}
