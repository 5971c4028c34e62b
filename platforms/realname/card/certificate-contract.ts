// Certificates of membership (会员证明): shapes and routes of issuing one and of checking one.
import { z } from "zod";
import { refusals } from "./refusals.ts";

const certificateShape = z.object({
  code: z.string().describe("核验码"),
  purpose: z.string(),
  issuedAt: z.iso.datetime(),
  fileName: z.string(),
});

export const certificate = {
  id: "card.certificate",
  title: "会员证明开具",
  method: "POST",
  path: "/card/certificates",
  body: z.object({
    purpose: z
      .string()
      .trim()
      .min(2, "请写明用途，至少 2 个字")
      .max(40, "用途最多 40 个字")
      .describe("印在证明上，如“申请疗休养”"),
  }),
  answer: certificateShape,
  refusals: [refusals.notMember],
} as const;

export const certificates = {
  id: "card.certificate.list",
  title: "开过的会员证明",
  method: "GET",
  path: "/card/certificates",
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(certificateShape),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const certificateFile = {
  id: "card.certificate.file",
  title: "下载会员证明",
  method: "GET",
  path: "/card/certificates/:code/file",
  params: z.object({ code: z.string().max(40) }),
  refusals: [refusals.certificateUnknown],
} as const;

export const findings = {
  genuine: "证明属实",
  altered: "文件被改动过",
  unknown: "查无此证明",
} as const;

export const checkCertificate = {
  id: "card.certificate.check",
  title: "核验会员证明",
  method: "GET",
  path: "/card/certificates/check",
  query: z
    .object({
      code: z.string().trim().max(40).optional().describe("证明上的核验码"),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, "文件指纹应是 64 位十六进制数")
        .optional()
        .describe("证明文件的 SHA-256，由浏览器算出；文件本身不上传"),
    })
    .refine(
      ({ code, sha256 }) => code !== undefined || sha256 !== undefined,
      "请输入核验码或选择文件",
    ),
  answer: z.object({
    finding: z.enum(Object.keys(findings) as [keyof typeof findings, ...(keyof typeof findings)[]]),
    say: z.string(),
    next: z.string(),
    certificate: z
      .object({
        code: z.string(),
        issuedDay: z.iso.date(),
        purpose: z.string(),
        onDay: z
          .array(z.object({ title: z.string(), text: z.string() }))
          .describe("开具当日的情况"),
        today: z.string().describe("现在的情况，一句话"),
        stands: z.boolean().describe("现在仍是会员"),
      })
      .nullable(),
  }),
  refusals: [refusals.codeUnreadable],
} as const;
