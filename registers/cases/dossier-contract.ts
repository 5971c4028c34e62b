// Case files (卷宗): the case as one PDF, masked or, with a purpose, whole; and its checks, inside the house and for anyone.
import { z } from "zod";
import { refusals } from "./refusals.ts";

const params = z.object({ id: z.uuid("办件编号不对") });

export const takeDossier = {
  id: "cases.dossier.take",
  title: "生成卷宗",
  method: "POST",
  path: "/cases/:id/dossiers",
  params,
  body: z.object({
    purpose: z
      .string("请写明为什么要完整卷宗。")
      .trim()
      .min(2, "请写明为什么要完整卷宗，至少 2 个字")
      .max(200, "事由最多 200 个字")
      .exactOptional()
      .describe("写明的，卷宗完整，附有原件；不写的，隐去个人信息，不附原件"),
  }),
  answer: z.object({ id: z.uuid(), name: z.string(), code: z.string().describe("核验码") }),
  refusals: [refusals.notFound, refusals.dossierTooLarge],
} as const;

export const fetchDossier = {
  id: "cases.dossier.fetch",
  title: "下载卷宗",
  method: "GET",
  path: "/cases/dossiers/:id",
  params,
  refusals: [refusals.notFound],
} as const;

export const checkDossier = {
  id: "cases.dossier.check",
  title: "核对卷宗",
  method: "GET",
  path: "/cases/:id/dossier/check",
  params,
  query: z.object({
    lines: z.coerce.number("请填写记录条数。").int().min(1, "请填写卷宗封面上的记录条数。"),
    hash: z
      .string("请填写页脚的哈希。")
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/, "页脚的哈希是 64 位数字和字母，请核对。"),
  }),
  answer: z.object({ finding: z.enum(["same", "changed"]), say: z.string() }),
  refusals: [refusals.notFound],
} as const;

export const issuedFindings = {
  genuine: "卷宗属实",
  altered: "文件被改动过",
  unknown: "查无此卷宗",
} as const;
export type IssuedFinding = keyof typeof issuedFindings;

export const checkIssued = {
  id: "cases.dossier.issued",
  title: "核验卷宗文件",
  method: "GET",
  path: "/cases/dossiers/check",
  query: z
    .object({
      code: z.string().trim().max(40).optional().describe("卷宗封面上的核验码"),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, "文件指纹应是 64 位十六进制数")
        .optional()
        .describe("卷宗文件的 SHA-256，由浏览器算出；文件本身不上传"),
    })
    .refine(
      ({ code, sha256 }) => code !== undefined || sha256 !== undefined,
      "请输入核验码或选择文件",
    ),
  answer: z.object({
    finding: z.enum(Object.keys(issuedFindings) as [IssuedFinding, ...IssuedFinding[]]),
    say: z.string(),
    next: z.string(),
    dossier: z
      .object({
        code: z.string(),
        issuedDay: z.iso.date(),
        onDay: z
          .array(z.object({ title: z.string(), text: z.string() }))
          .describe("生成当日的情况，没有个人信息"),
        today: z.string().describe("现在的情况，一句话"),
        stands: z.boolean().describe("卷宗里的办理记录与系统里的一致"),
      })
      .nullable(),
  }),
  refusals: [refusals.codeUnreadable],
} as const;
