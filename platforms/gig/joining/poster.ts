// The poster (入会海报): a sheet of A4 with a code big enough for a wall, and the code alone as a picture.
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { qrPng } from "@niangjia/foundation/codes";
import type { Asked, Download } from "@niangjia/foundation/http";
import { pdf } from "@niangjia/foundation/pdf";
import { getUnion, type Union } from "@niangjia/registers/organisations";
import { kinds, type poster as posterContract, type square as squareContract } from "./contract.ts";
import type { InvitationRow } from "./invitation-store.ts";
import { getInvitation } from "./invitations.ts";
import { momentText } from "./look.ts";

/**
 * Where a scan leads: the App asks what the code is good for, so that the squares are few and large. The address is the
 * house's own, never what a request says: a poster that led elsewhere would hand the workers' numbers to whoever made it.
 */
const scanLink = (address: string, { code }: InvitationRow): string =>
  `${address}/app/fill?j=${code}`;

/** 10 cm: read from an arm's length and more. */
const squarePoints = 283;
/** A title that fits one line is written larger. */
const titlePoints = { short: 30, long: 22, shortAtMost: 15 } as const;
/** With the gap each line leaves, the white around a code that cameras look for: four squares. */
const quietPoints = 22;
const pixelsASquare = 16;

function whenWords({ opens_at, closes_at, expires_at }: InvitationRow): string {
  return `${momentText(opens_at)} 至 ${momentText(closes_at ?? expires_at)}`;
}

function draw(
  { now }: Act,
  { row, union, link }: { row: InvitationRow; union: Union; link: string },
): Promise<Buffer> {
  const { title, code, place, trade, kind } = row;
  const centred = { align: "center" } as const;
  return pdf({ title, madeAt: now, footer: union.name }, (paper) => {
    const sizePoints =
      title.length > titlePoints.shortAtMost ? titlePoints.long : titlePoints.short;
    paper.paragraph(title, { ...centred, face: "bold", sizePoints });
    paper.paragraph("扫一扫，一分钟加入工会", { ...centred, sizePoints: 20 });
    paper.gap(quietPoints);
    paper.qr(link, { sizePoints: squarePoints, align: "center" });
    paper.gap(quietPoints);
    paper.paragraph(`手工输入的入会码：${code}`, { ...centred, sizePoints: 14 });
    paper.keyValues([
      ["加入的工会", union.name],
      ["地点", place],
      [kind === "event" ? "时间" : "有效期", whenWords(row)],
      ...(trade === null ? [] : [["面向", nameOf("gig-occupation", trade)] as const]),
    ]);
    paper.paragraph("请带手机和身份证。入会自愿，由本人填写；批准后发电子会员卡。", {
      ...centred,
      sizePoints: 12,
    });
  });
}

export const drawPosterAt =
  (address: string) =>
  async (act: Act, { params }: Asked<typeof posterContract>): Promise<Download> => {
    const row = await getInvitation(act, params.id);
    const union = await getUnion(act, row.org_id);
    const bytes = await draw(act, { row, union, link: scanLink(address, row) });
    return { name: `${kinds[row.kind]}-${row.title}.pdf`, type: "application/pdf", bytes };
  };

export const drawSquareAt =
  (address: string) =>
  async (act: Act, { params }: Asked<typeof squareContract>): Promise<Download> => {
    const row = await getInvitation(act, params.id);
    const bytes = await qrPng(scanLink(address, row), pixelsASquare);
    return { name: `入会码-${row.title}.png`, type: "image/png", bytes };
  };
