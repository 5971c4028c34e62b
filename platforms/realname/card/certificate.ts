// Certificates (会员证明开具): a paper that says somebody is a member today, with a code by which anyone checks it.
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { verificationCode } from "@niangjia/foundation/codes";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { pdf } from "@niangjia/foundation/pdf";
import { refuse } from "@niangjia/foundation/refusal";
import { type CurrentMembership, getRecord } from "@niangjia/registers/members";
import { getUnion } from "@niangjia/registers/organisations";
import {
  type Certificate,
  certificatesOf,
  findCertificate,
  insertCertificate,
} from "./certificate-store.ts";
import type { certificateFile, certificates, certificate as contract } from "./contract.ts";
import { refusals } from "./refusals.ts";
import { ownMembership } from "./show.ts";

type Line = Answer<typeof contract>;

/** What is printed. The paper is the member's own: it bears the name whole and the number of the document masked. */
interface Paper {
  /** Where anyone checks it, without what follows the host. */
  readonly address: string;
  readonly code: string;
  readonly purpose: string;
  readonly membership: CurrentMembership;
  readonly unionName: string;
  readonly idMask: string;
}

const stateWords = { active: "在册会员", kept: "保留会籍" } as const;

/** What the square leads to: the checking page with the code filled in. */
const checkLink = ({ address, code }: Paper): string =>
  `${address}/verify?${new URLSearchParams({ code })}`;

function draw(act: Act, certified: Paper): Promise<Buffer> {
  const { address, code, purpose, membership, unionName, idMask } = certified;
  const { name, number, joinedDay, state } = membership;
  const today = formatDay(dayOf(act.now));
  return pdf({ title: "工会会员证明", madeAt: act.now, footer: `核验码 ${code}` }, (paper) => {
    paper.title("工会会员证明");
    paper.gap(24);
    paper.paragraph(`兹证明 ${name} 为本会会员，情况如下：`);
    paper.keyValues([
      ["姓名", name],
      ["证件号码", idMask],
      ["会员号", number],
      ["所在工会", unionName],
      ["会籍", state === "kept" ? stateWords.kept : stateWords.active],
      ["本次会籍起始", formatDay(joinedDay)],
      ["用途", purpose],
      ["开具日期", today],
    ]);
    paper.gap();
    paper.paragraph("本证明只说明开具当日的情况，用于上述用途。", { sizePoints: 10 });
    paper.gap();
    paper.qr(checkLink(certified), { caption: `核验码 ${code}` });
    paper.paragraph(
      `核验：扫二维码，或打开 ${address}/verify，输入核验码或选择本文件；不用登录。改动过的文件核验不通过。`,
      { sizePoints: 9 },
    );
    paper.paragraph(unionName, { align: "right" });
    paper.paragraph(today, { align: "right" });
  });
}

const fileName = (code: string): string => `会员证明-${code}.pdf`;

const lineOf = ({ code, purpose, issuedAt }: Certificate): Line => ({
  code,
  purpose,
  issuedAt: issuedAt.toISOString(),
  fileName: fileName(code),
});

async function keep(act: Act, paper: Paper): Promise<Certificate> {
  const bytes = await draw(act, paper);
  const { sha256 } = await act.vault.put([bytes]);
  const { code, purpose, unionName, membership } = paper;
  const { id: membershipId, personId, orgPath, name, state, joinedDay } = membership;
  if (state === "ended") throw new Error("only a living membership is certified");
  return {
    ...{ code, purpose, personId, orgPath, membershipId, issuedAt: act.now },
    facts: { name: maskName(name), unionName, state, joinedDay },
    sha256,
  };
}

/** Makes the paper and notes its hash. Throws `MissingGlyph` rather than print a box in a name. */
export const certifyAt =
  (address: string) =>
  async (act: Act, { body }: Asked<typeof contract>): Promise<Line> => {
    const membership = await ownMembership(act);
    const { idMask } = await getRecord(act, membership.personId);
    const { name: unionName } = await getUnion(act, membership.unionId);
    const code = verificationCode();
    const made = await keep(act, {
      address,
      code,
      purpose: body.purpose,
      membership,
      unionName,
      idMask,
    });
    await asHouse(act, (house) => insertCertificate(house, made));
    concerns(act, `certificate:${code}`);
    return lineOf(made);
  };

export async function listCertificates(
  act: Act,
  { query }: Asked<typeof certificates>,
): Promise<Answer<typeof certificates>> {
  const { page, size } = query;
  const found = await certificatesOf(act, act.actor.personId ?? "", query);
  return { rows: found.rows.map(lineOf), total: found.total, page, size };
}

export async function fetchCertificate(
  act: Act,
  { params }: Asked<typeof certificateFile>,
): Promise<Download> {
  const found = await findCertificate(act, params.code);
  if (!found) throw refuse(refusals.certificateUnknown);
  const bytes = act.vault.read(found.sha256);
  return { name: fileName(found.code), type: "application/pdf", bytes };
}
