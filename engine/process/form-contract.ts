// A form's contract (表单契约): its fields as every end draws them.
import { z } from "zod";

/** Kinds a cell of a table may have; no cell holds a table, a file or a choice the house must look up. */
export const cellKinds = [
  "text",
  "long-text",
  "number",
  "money",
  "day",
  "choice",
  "person-name",
  "id-number",
  "phone",
  "yes-no",
] as const;

const asked = {
  name: z.string(),
  title: z.string(),
  required: z.boolean(),
  help: z.string().optional(),
  options: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
  min: z.number().optional().describe("金额的单位是分"),
  max: z.number().optional().describe("金额的单位是分"),
  decimals: z.number().optional(),
  maxLength: z.number().optional(),
  unit: z.string().optional(),
  earliest: z.string().optional(),
  latest: z.string().optional(),
};

/** One column of a table inside a form. */
const columnShape = z.object({ ...asked, kind: z.enum(cellKinds) });

/** One field of a form as an end draws it. Choices and bounds are those of one day. */
export const fieldShape = z.object({
  ...asked,
  kind: z.enum([...cellKinds, "union", "files", "post", "rows"]),
  prefill: z.string().optional().describe("工会已掌握、可以预先填好的内容"),
  when: z
    .object({ field: z.string(), is: z.array(z.union([z.string(), z.boolean()])) })
    .optional()
    .describe("另一项填了其中一个值时才出现"),
  maxCount: z.number().optional().describe("附件的份数，或表格的行数"),
  minCount: z.number().optional().describe("表格的行数"),
  accept: z.array(z.string()).optional(),
  columns: z.array(columnShape).optional().describe("表格的各列"),
  under: z.string().optional().describe("选人时所依据的工会，是哪一项填的"),
});
export type FieldDescription = z.infer<typeof fieldShape>;

export const formShape = z.object({
  groups: z.array(
    z.object({
      title: z.string().optional(),
      help: z.string().optional(),
      fields: z.array(fieldShape),
    }),
  ),
});
export type FormDescription = z.infer<typeof formShape>;
