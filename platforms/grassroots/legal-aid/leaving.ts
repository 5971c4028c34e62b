// Lawyers who leave (律师离岗): whoever holds their post no more is off the register, and the county hears of
// every matter they leave behind.
import { type PostEnded, postEndedName, postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { tell } from "@niangjia/foundation/notices";
import { orgPath } from "@niangjia/foundation/orgpath";
import type { Delivered } from "@niangjia/foundation/outbox";
import type { Reaction, Sweep } from "@niangjia/foundation/worker";
import { caseLink } from "@niangjia/registers/cases/contract";
import { nextLawyerGone, takeOffRegister } from "./lawyer-store.ts";
import { mattersInHandsOf, type StoredMatter } from "./matter-store.ts";

/** More than hold these roles from a county to the top. */
const cadresAtMost = 200;

/** The cadres of the matter's federation; where it has none, those of the nearest above. */
async function cadresOver(house: Act, { org_path }: StoredMatter): Promise<string[]> {
  const line = { path: orgPath(org_path), upwards: true, atMost: cadresAtMost };
  const found = await postsOnLine(house, { ...line, roles: ["cadre"] });
  const nearest = found.filter((holder) => holder.orgPath === found[0]?.orgPath);
  return [...new Set(nearest.map(({ accountId }) => accountId))];
}

async function tellLeft(house: Act, matter: StoredMatter): Promise<void> {
  const { case_id, number, respondent, lawyer, account_id } = matter;
  for (const accountId of await cadresOver(house, matter)) {
    await tell(house, {
      ...{ accountId, title: "承办律师已离岗，请更换律师" },
      body: `${number}（${respondent}）的承办律师${lawyer}已经离岗，没有人接着办。请办理“律师指派”，选“更换律师”，填写这个案号。`,
      link: "/functions/legal-aid.assign",
    });
  }
  await tell(house, {
    ...{ accountId: account_id, title: "正在为您更换律师" },
    body: `${lawyer}律师已经离岗，总工会会为您与${respondent}的事另派律师。`,
    link: caseLink(case_id),
  });
}

/** Once for each lawyer. Answers how many matters they leave. */
async function leave(house: Act, postId: string): Promise<number> {
  if (!(await takeOffRegister(house, postId))) return 0;
  const matters = await mattersInHandsOf(house, postId);
  for (const matter of matters) await tellLeft(house, matter);
  return matters.length;
}

export const onPostEnded: Reaction = {
  on: postEndedName,
  name: "legal-aid.lawyer-left",
  async run(act, event) {
    const { role, postId } = (event as Delivered<PostEnded>).body;
    if (role === "lawyer") await leave(act, postId);
  },
};

/** For posts whose last day has passed: nobody says so when it does. */
export const leftSweep: Sweep = {
  name: "legal-aid.left",
  title: "援助律师离岗",
  cron: "47 1 * * *",
  async run(step) {
    const did = { lawyers: 0, matters: 0 };
    for (;;) {
      const matters = await step(async (act) => {
        const gone = await nextLawyerGone(act);
        return gone && { left: await leave(act, gone) };
      });
      if (!matters) return did;
      did.lawyers += 1;
      did.matters += matters.left;
    }
  },
};
