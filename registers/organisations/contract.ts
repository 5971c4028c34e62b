// The organisation register's contract (工会组织库): words of levels and states, shapes, refusals.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { z } from "zod";

/** From the top of the tree down. */
export const levels = {
  province: "省级",
  city: "市级",
  county: "县级",
  town: "乡镇（街道）级",
  grassroots: "基层",
  branch: "分会（小组）",
} as const;
export type UnionLevel = keyof typeof levels;
export const levelShape = z.enum(Object.keys(levels) as [UnionLevel, ...UnionLevel[]]);

export const states = { preparing: "筹建", live: "正常", closed: "已撤销" } as const;
export type UnionState = keyof typeof states;
export const stateShape = z.enum(Object.keys(states) as [UnionState, ...UnionState[]]);

/** Committees a term of office brings. */
export const bodies = {
  committee: "工会委员会",
  audit: "经费审查委员会",
  women: "女职工委员会",
} as const;
export type Body = keyof typeof bodies;

export const offices = {
  chair: "主席",
  "vice-chair": "副主席",
  member: "委员",
  organiser: "组织员",
} as const;
export type Office = keyof typeof offices;

/** A union as anyone signed in may see it. */
export const unionShape = z.object({
  id: z.uuid(),
  path: z.string(),
  parentId: z.uuid().nullable(),
  name: z.string(),
  level: levelShape,
  kind: z.string().describe("代码表 union-kind"),
  division: z.string().describe("行政区划代码，6 至 12 位"),
  state: stateShape,
  sinceDay: z.iso.date(),
  closedDay: z.iso.date().nullable(),
});

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `organisations.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notFound: kind(
    "not-found",
    404,
    "没有找到这个工会。",
    "它可能不存在，或不在您的管理范围内；请从组织树或搜索里重新选择。",
  ),
  outOfReach: kind(
    "out-of-reach",
    403,
    "“{name}”不在您的管理范围内。",
    "请选择本级或下级工会，或请上级工会办理。",
  ),
  closed: kind("closed", 409, "“{name}”已经撤销。", "请选择仍在运行的工会。"),
  notPreparing: kind(
    "not-preparing",
    409,
    "“{name}”现在是“{state}”，不在筹建中。",
    "已经成立的工会不用再办成立；请核对选择的工会。",
  ),
  nameUnreadable: kind(
    "name-unreadable",
    422,
    "工会名称应是 2 至 100 个字，含汉字。",
    "请照批复文件填写工会全称。",
  ),
  nameTaken: kind(
    "name-taken",
    409,
    "“{parent}”下已经有一个叫“{name}”的工会。",
    "如果是同一个工会，请直接使用它；确是另一个，请在名称里写明区别。",
  ),
  divisionUnreadable: kind(
    "division-unreadable",
    422,
    "行政区划代码应是 6、9 或 12 位数字。",
    "请从行政区划列表里选择。",
  ),
  divisionMisplaced: kind(
    "division-misplaced",
    422,
    "“{name}”不能用行政区划 {division}：它不是上级总工会区划内的{level}区划。",
    "请核对级别和区划，省如 430000、市如 430100、县如 430121；园区、开发区的工会，组织类型请选“园区（开发区）工会”。",
  ),
  codeUnknown: kind("code-unknown", 422, "{list}里没有这一项。", "请从“{list}”列表里选择。"),
  countWrong: kind("count-wrong", 422, "人数应是不小于 0 的整数。", "请核对人数。"),
  levelMisplaced: kind(
    "level-misplaced",
    422,
    "{level}工会不能放在{parentLevel}工会下面。",
    "请核对工会级别和上级工会。",
  ),
  parentNeeded: kind("parent-needed", 422, "除省总工会外都要有上级工会。", "请选择上级工会。"),
  tooDeep: kind("too-deep", 422, "组织层级太多。", "工会树最多 16 级，请核对上级工会。"),
  codeTaken: kind(
    "code-taken",
    409,
    "“{parent}”下已经有这个行政区划的工会。",
    "请核对行政区划；同一区划的其他工会不必使用区划代码。",
  ),
  usccWrong: kind("uscc-wrong", 422, "{say}", "请照证书核对后重新填写。"),
  usccBorne: kind(
    "uscc-borne",
    409,
    "这个统一社会信用代码已登记在“{name}”名下。",
    "请核对代码；如果对方登记有误，请先变更对方的代码。",
  ),
  dayInFuture: kind("day-in-future", 422, "日期不能晚于今天。", "请核对日期。"),
  dayTooEarly: kind(
    "day-too-early",
    422,
    "这个日期早于现有记录开始的日期（{day}）。",
    "历史记录不能改写，请填写不早于该日的日期。",
  ),
  factNeeded: kind("fact-needed", 422, "{title}不能清空。", "请填写新的{title}。"),
  hasUnionsBelow: kind(
    "has-unions-below",
    409,
    "“{name}”下面还有 {count} 个工会。",
    "请先把它们调整到别的上级，或先撤销它们。",
  ),
  hasMembers: kind(
    "has-members",
    409,
    "“{name}”还有 {count} 名会员。",
    "请先为他们办理会籍转接或保留会籍。",
  ),
  topFixed: kind("top-fixed", 409, "最上级工会不能调整隶属关系。", "请选择它下面的工会。"),
  alreadyThere: kind("already-there", 409, "“{name}”现在就隶属于“{parent}”。", "不需要调整。"),
  underItself: kind(
    "under-itself",
    422,
    "不能把“{name}”移到它自己或它的下级工会之下。",
    "请选择另一个上级工会。",
  ),
  notFederation: kind(
    "not-federation",
    422,
    "“{name}”不是行业工会联合会。",
    "请从“行业联合会”列表里选择。",
  ),
  underFederation: kind(
    "under-federation",
    409,
    "“{name}”本来就在“{federation}”之下。",
    "不需要另外加入。",
  ),
  outsideFederation: kind(
    "outside-federation",
    422,
    "“{name}”不在“{federation}”的范围内。",
    "请选择本地的联合会；要换上级工会的，请申请“隶属关系调整”。",
  ),
  belongsAlready: kind(
    "belongs-already",
    409,
    "“{name}”已经是“{federation}”的成员。",
    "不需要重复加入。",
  ),
  belongsNot: kind(
    "belongs-not",
    409,
    "“{name}”不是“{federation}”的成员，或已经退出。",
    "请在工会页面的“行业联合会”里看它现在加入了哪些。",
  ),
  termDays: kind(
    "term-days",
    422,
    "届期应是 3 年或 5 年，地方总工会是 5 年。",
    "请核对本届起止日期（工会法第十六条）。",
  ),
  noTerm: kind(
    "no-term",
    409,
    "没有“{name}”现任委员会的记录。",
    "请先办理“换届申请”，登记选举结果。",
  ),
  movedMeanwhile: kind(
    "moved-meanwhile",
    409,
    "有关工会的隶属关系刚刚调整过。",
    "请刷新后重新提交。",
  ),
} as const;
