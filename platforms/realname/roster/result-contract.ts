// The result of an import (导入结果): shapes and routes of the rows that came back and of the members who are new.
import { rowShape as memberShape } from "@niangjia/registers/members/contract";
import { z } from "zod";
import { refusals } from "./refusals.ts";

const params = z.object({ id: z.uuid("导入编号不对") });

const rowsAtMost = 100;

/** Numbers stand whole in it: that it was made is noted, and only who had it made fetches it, as an export. */
export const faulty = {
  id: "roster.import.faulty",
  title: "取出错误行",
  method: "POST",
  path: "/roster/imports/:id/faulty",
  params,
  body: z.object({
    purpose: z
      .string()
      .trim()
      .max(200, "用途最多 200 个字")
      .optional()
      .describe("名册是自己上传的，可以不写"),
  }),
  answer: z.object({
    id: z.uuid().describe("用它下载：/roster/exports/:id/file"),
    name: z.string(),
    rows: z.number().int(),
  }),
  refusals: [refusals.importNotFound, refusals.nothingFaulty, refusals.faultyPurposeNeeded],
} as const;

export const faultyRows = {
  id: "roster.import.faulty-rows",
  title: "查看错误行",
  method: "GET",
  path: "/roster/imports/:id/faulty-rows",
  params,
  query: z.object({
    code: z.string().max(60).optional().describe("只看这一种错误"),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(rowsAtMost).default(20),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        row: z.number().int().describe("表里的行号"),
        name: z.string().describe("表里写的姓名"),
        faults: z.array(z.object({ title: z.string(), written: z.string(), say: z.string() })),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [refusals.importNotFound],
} as const;

export const newMembers = {
  id: "roster.import.members",
  title: "查看新入库的会员",
  method: "GET",
  path: "/roster/imports/:id/members",
  params,
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(rowsAtMost).default(20),
  }),
  answer: z.object({
    rows: z.array(memberShape).describe("按现在的登记；已归并或转走的不在内"),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [refusals.importNotFound],
} as const;
