// Joining of gig workers (新业态入会): invitations by poster or event, what a scan opens, who came, admitting them.
import { dayShape, momentShape as moment } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { arrivalShape, paged, pages, tradeShape, words } from "./shapes.ts";

export * from "./arrivals-file-contract.ts";
export * from "./federation-contract.ts";
export * from "./rate-contract.ts";
export { refusals } from "./refusals.ts";
export * from "./services-contract.ts";
export { type ArrivalStatus, arrivalStatus, tradeList } from "./shapes.ts";

export const limits = {
  /** Applications that one command admits; the next takes up what waits still. */
  admittedAtOnce: 50,
  /** Days an invitation may be good for: a year. */
  validDays: 366,
} as const;

export const kinds = { event: "集中入会活动", poster: "入会海报" } as const;
export const kindShape = z.enum(Object.keys(kinds) as [keyof typeof kinds]);
export type InvitationKind = z.infer<typeof kindShape>;

/** Where an invitation stands at a moment. */
export const states = {
  early: "未开始",
  open: "进行中",
  over: "活动已结束",
  expired: "已过期",
  stopped: "已停用",
} as const;
export const stateShape = z.enum(Object.keys(states) as [keyof typeof states]);
export type InvitationState = z.infer<typeof stateShape>;

const id = z.uuid("编号不对");

const namedUnion = z.object({ id: z.uuid(), name: z.string() });

const invitation = z.object({
  id: z.uuid(),
  kind: kindShape,
  title: z.string(),
  place: z.string(),
  union: namedUnion,
  trade: z.string().nullable(),
  tradeName: z.string().nullable(),
  code: z.string().describe("海报二维码下面的编码"),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  resolution: z.string().nullable(),
  resolutionDay: z.iso.date().nullable(),
  state: stateShape,
  stateName: z.string(),
});

/** How many came by an invitation, by where their case stands. */
export const counts = z.object({
  running: z.number().int().describe("等待审核"),
  returned: z.number().int().describe("退回补正"),
  approved: z.number().int().describe("已入会"),
  rejected: z.number().int().describe("不予通过"),
  withdrawn: z.number().int().describe("本人撤回"),
});

export const make = {
  id: "joining.scan.make",
  title: "制作入会海报或开设集中入会活动",
  method: "POST",
  path: "/joining/invitations",
  body: z
    .object({
      union: id.describe("加入哪个工会"),
      kind: kindShape,
      title: words("名称", 40),
      place: words("地点", 60),
      trade: tradeShape.optional(),
      opensAt: moment,
      closesAt: moment.optional().describe("活动结束时间；海报不填"),
      expiresAt: moment.describe("二维码失效时间"),
      resolution: words("决议名称和文号", 100)
        .optional()
        .describe("工会委员会已经批准这次集中入会的决议；不填则逐批审核"),
      resolutionDay: dayShape.optional(),
    })
    .superRefine((body, check) => {
      const fault = (path: string, message: string) =>
        check.addIssue({ code: "custom", path: [path], message });
      const at = (text: string) => Date.parse(text);
      if (body.kind === "event" && body.closesAt === undefined)
        fault("closesAt", "请填写活动结束时间");
      if (body.kind === "poster" && body.closesAt !== undefined)
        fault("closesAt", "海报不填活动结束时间");
      if (body.closesAt !== undefined && at(body.closesAt) <= at(body.opensAt)) {
        fault("closesAt", "结束时间要晚于开始时间");
      }
      if (
        at(body.expiresAt) < at(body.closesAt ?? body.opensAt) ||
        at(body.expiresAt) <= at(body.opensAt)
      ) {
        fault("expiresAt", "失效时间不能早于活动结束时间");
      }
      if (at(body.expiresAt) - at(body.opensAt) > limits.validDays * 86_400_000) {
        fault("expiresAt", "二维码最长有效一年");
      }
      if ((body.resolution === undefined) !== (body.resolutionDay === undefined)) {
        fault(body.resolution === undefined ? "resolution" : "resolutionDay", "决议和日期要一起填");
      }
      if (body.kind === "poster" && body.resolution !== undefined) {
        fault("resolution", "只有集中入会活动可以事先批准");
      }
    }),
  answer: z.object({ id: z.uuid(), code: z.string() }),
  refusals: [
    refusals.unionNotFound,
    refusals.unionNotLive,
    refusals.alreadyPast,
    refusals.resolutionAhead,
  ],
} as const;

export const list = {
  id: "joining.scan.list",
  title: "入会海报和集中入会活动",
  method: "GET",
  path: "/joining/invitations",
  query: z.object({ kind: kindShape.optional(), ...pages }),
  answer: z.object({ rows: z.array(invitation.extend({ counts })), ...paged }),
} as const;

const params = z.object({ id });

export const show = {
  id: "joining.scan.show",
  title: "一个入会活动或海报",
  method: "GET",
  path: "/joining/invitations/:id",
  params,
  answer: invitation.extend({ counts }),
  refusals: [refusals.notFound],
} as const;

export const stop = {
  id: "joining.scan.stop",
  title: "停用入会码",
  method: "POST",
  path: "/joining/invitations/:id/stop",
  params,
  answer: z.object({ state: stateShape }),
  refusals: [refusals.notFound],
} as const;

export const poster = {
  id: "joining.scan.poster",
  title: "下载入会海报（A4）",
  method: "GET",
  path: "/joining/invitations/:id/poster",
  params,
  refusals: [refusals.notFound],
} as const;

export const square = {
  id: "joining.scan.square",
  title: "下载入会二维码",
  method: "GET",
  path: "/joining/invitations/:id/qr",
  params,
  refusals: [refusals.notFound],
} as const;

export const look = {
  id: "joining.scan.look",
  title: "扫码后看到的入会邀请",
  method: "GET",
  path: "/joining/codes/:code",
  params: z.object({ code: z.string().max(60) }),
  answer: z.object({
    function: z.literal("joining.scan"),
    kind: kindShape,
    kindName: z.string(),
    title: z.string(),
    place: z.string(),
    union: namedUnion,
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime().describe("二维码失效时间"),
    state: stateShape,
    say: z.string().describe("现在能不能申请"),
    next: z.string().describe("接下来怎么办"),
    link: z.string().nullable().describe("不能扫码入会时走哪里"),
    preset: z
      .object({
        invitation: z.string(),
        union: z.uuid(),
        unionName: z.string(),
        gigOccupation: z.string().optional(),
      })
      .describe("替申请人填好的内容"),
  }),
  refusals: [refusals.codeUnknown],
} as const;

export const arrivals = {
  id: "joining.scan.arrivals",
  title: "扫码入会名单",
  method: "GET",
  path: "/joining/invitations/:id/arrivals",
  params,
  query: z.object({
    status: arrivalShape.optional(),
    since: z.string().max(60).optional().describe("上次的 version；没有变化时不再给出名单"),
    ...pages,
  }),
  answer: z.object({
    changed: z.boolean(),
    version: z.string(),
    counts,
    rows: z.array(
      z.object({
        caseId: z.uuid(),
        name: z.string(),
        tradeName: z.string().nullable(),
        status: arrivalShape,
        statusName: z.string(),
        filedAt: z.iso.datetime(),
      }),
    ),
    ...paged,
  }),
  refusals: [refusals.notFound],
} as const;

export const admit = {
  id: "joining.scan.admit",
  title: "批准等待中的扫码入会",
  method: "POST",
  path: "/joining/invitations/:id/admit",
  params,
  body: z.object({ opinion: z.string().trim().max(500, "意见最多 500 个字").optional() }),
  answer: z.object({
    admitted: z.number().int(),
    refused: z.array(z.object({ caseId: z.uuid(), say: z.string(), next: z.string() })),
    waiting: z.number().int().describe("仍在等待的，再批一次"),
  }),
  refusals: [refusals.notFound],
} as const;
