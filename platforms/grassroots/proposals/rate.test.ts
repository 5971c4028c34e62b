// Selecting excellent proposals by its public door: one vote a member, counted once, ties told.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { tally } from "./tally.ts";
import { agree, answered, memberAt, openScene, sweep, toldTo } from "./testing.ts";

describe("proposals.rate", () => {
  it("selects excellent proposals by the votes of members, one each, and says who has a place", async () => {
    const scene = await openScene();
    const { house, officer, chair, proposer, colleagues } = scene;
    const ids: string[] = [];
    for (const title of ["夜班热饭", "车间降噪", "更衣室加柜"]) {
      const id = await answered(scene, { title });
      if (title !== "更衣室加柜") await agree(scene, proposer, id, { satisfaction: "good" });
      ids.push(id);
    }
    const union = await house.unionId(tree.firm);
    const wish = { union, title: "2026 年优秀提案", places: 1, endsDay: "2026-11-30" };
    const open = (proposals: string[]) =>
      officer.post("/api/proposals/selections", { ...wish, proposals });
    expect((await open(ids)).body.code).toBe("proposals.not-nominable");
    await agree(scene, proposer, ids[2]!, { satisfaction: "fair" });
    const { body: selection } = await open(ids);
    const at = `/api/proposals/selections/${selection.id}`;
    const outsider = await memberAt(house, tree.otherFirm, 4);
    expect((await outsider.get(at)).status).toBe(404);

    const [first, second, third] = colleagues;
    const vote = (who: typeof proposer, proposal: string) => who.post(`${at}/vote`, { proposal });
    expect((await vote(outsider, ids[0]!)).body.code).toBe("proposals.selection-not-found");
    // 保留会籍: the card stays, the vote does not.
    const setState = (state: string) =>
      house.owner.query("update member.memberships set state = $1 where person_id = $2", [
        state,
        first!.personId,
      ]);
    await setState("kept");
    expect((await vote(first!, ids[0]!)).body.code).toBe("proposals.not-member");
    await setState("active");
    await vote(first!, ids[0]!);
    expect((await vote(first!, ids[1]!)).body.code).toBe("proposals.voted-already");
    await vote(second!, ids[0]!);
    await vote(third!, ids[1]!);
    expect((await first!.get(at)).body.voted).toBe(ids[0]);
    expect((await chair.get(at)).body.nominees[0].votes).toBeNull();
    expect(await sweep(house, "proposals.rate.count")).toEqual({ counted: 0 });
    house.clock.set("2026-12-01T00:10:00+08:00");
    expect((await vote(proposer, ids[0]!)).body.code).toBe("proposals.vote-over");
    expect(await sweep(house, "proposals.rate.count")).toEqual({ counted: 1 });
    expect(await sweep(house, "proposals.rate.count")).toEqual({ counted: 0 });
    const { rows } = await house.owner.query(
      "select title, votes, outcome from business.proposals_nominees order by votes desc",
    );
    expect(rows).toEqual([
      { title: "夜班热饭", votes: 2, outcome: "chosen" },
      { title: "车间降噪", votes: 1, outcome: "not-chosen" },
      { title: "更衣室加柜", votes: 0, outcome: "not-chosen" },
    ]);
    expect(await toldTo(house, proposer, "优秀提案")).toHaveLength(1);
    expect((await first!.get(at)).body).toMatchObject({ ballots: 3, stateName: "已计票" });
  });
});

describe("tally", () => {
  const line = (id: string, votes: number) => ({ id, votes });
  it.each([
    ["the most votes have the places", [5, 3, 1], 2, ["chosen", "chosen", "not-chosen"]],
    ["a tie that fits is chosen", [4, 4, 1], 2, ["chosen", "chosen", "not-chosen"]],
    ["a tie for the last place is told", [5, 3, 3], 2, ["chosen", "tied", "tied"]],
    ["a tie for all places is told", [2, 2, 2], 1, ["tied", "tied", "tied"]],
    ["who has no vote is not chosen", [1, 0, 0], 2, ["chosen", "not-chosen", "not-chosen"]],
  ] as const)("%s", (_title, votes, places, outcomes) => {
    const counted = tally(
      votes.map((count, nth) => line(String(nth), count)),
      places,
    );
    expect(counted.map(({ outcome }) => outcome)).toEqual(outcomes);
  });
});
