// Case files (卷宗): the whole case as one PDF, masked or, with a purpose, whole; and the check of its hash.
import { z } from "zod";
import { refusals } from "./refusals.ts";

const params = z.object({ id: z.uuid("办件编号不对") });

export const fetchDossier = {
  id: "cases.dossier",
  title: "卷宗",
  method: "GET",
  path: "/cases/:id/dossier",
  params,
  refusals: [refusals.notFound],
} as const;

export const takeDossier = {
  id: "cases.dossier.take",
  title: "生成完整卷宗",
  method: "POST",
  path: "/cases/:id/dossiers",
  params,
  body: z.object({
    purpose: z
      .string("请写明为什么要完整卷宗。")
      .trim()
      .min(2, "请写明为什么要完整卷宗，至少 2 个字")
      .max(200, "事由最多 200 个字"),
  }),
  answer: z.object({ id: z.uuid(), name: z.string() }),
  refusals: [refusals.notFound],
} as const;

export const fetchWholeDossier = {
  id: "cases.dossier.fetch",
  title: "下载完整卷宗",
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
