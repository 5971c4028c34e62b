// Checking a certificate (核验会员证明): by its code or its file, without signing in: what was true then and what is now.
import type { Act } from "@niangjia/foundation/act";
import { readVerificationCode } from "@niangjia/foundation/codes";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { currentMembership } from "@niangjia/registers/members";
import { type Certificate, certificateOfFile, findCertificate } from "./certificate-store.ts";
import { type checkCertificate as contract, findings } from "./contract.ts";
import { refusals } from "./refusals.ts";

type Found = Answer<typeof contract>;
type Finding = keyof typeof findings;

const advice: Readonly<Record<Finding, string>> = {
  genuine: "请与证明上的内容逐项核对；姓名只显示一部分。",
  altered: "核验码是真的，但这个文件不是当时开具的原件，请以下面的内容为准。",
  unknown: "请核对核验码；选择文件核验的，文件可能被改动过、另存过，或不是本系统开具的。",
};

/** Membership ends, goes on elsewhere, or begins anew: what is certified is one of them. */
async function todayOf(
  house: Act,
  { personId, membershipId }: Certificate,
): Promise<{ today: string; stands: boolean }> {
  const current = await currentMembership(house, personId);
  if (!current || current.state === "ended") {
    return { today: "现在已经不是会员，证明上的会籍已结束。", stands: false };
  }
  if (current.id !== membershipId) {
    return { today: "现在仍是会员，会籍已转到别的工会或重新办理。", stands: true };
  }
  const today =
    current.state === "kept" ? "现在仍是会员，会籍已保留。" : "现在仍是会员，没有变化。";
  return { today, stands: true };
}

async function shown(house: Act, found: Certificate): Promise<NonNullable<Found["certificate"]>> {
  const { code, issuedAt, purpose, facts } = found;
  return {
    code,
    issuedDay: dayOf(issuedAt),
    purpose,
    onDay: [
      { title: "姓名", text: facts.name },
      { title: "所在工会", text: facts.unionName },
      { title: "会籍", text: facts.state === "kept" ? "保留会籍" : "在册会员" },
      { title: "本次会籍起始", text: facts.joinedDay },
    ],
    ...(await todayOf(house, found)),
  };
}

const answer = (finding: Finding, certificate: Found["certificate"]): Found => ({
  finding,
  say: findings[finding],
  next: advice[finding],
  certificate,
});

function readCode(typed: string): string {
  const code = readVerificationCode(typed);
  if (!code) throw refuse(refusals.codeUnreadable);
  return code;
}

/** A file is known by its hash alone. With a code beside it, a changed file is told from one that never was ours. */
export async function checkCertificate(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Found> {
  const code = query.code === undefined ? undefined : readCode(query.code);
  return asHouse(act, async (house) => {
    const byFile = query.sha256 ? await certificateOfFile(house, query.sha256) : undefined;
    const found = byFile ?? (code ? await findCertificate(house, code) : undefined);
    if (!found) return answer("unknown", null);
    const altered = query.sha256 !== undefined && !byFile;
    return answer(altered ? "altered" : "genuine", await shown(house, found));
  });
}
