// Shapes of a definition (流程定义的格式): what came from outside is read by these before it is used as steps.
import { type Role, roles } from "@niangjia/foundation/roles";
import { z } from "zod";
import type { Condition } from "./condition.ts";
import type { FlowOptions } from "./flow.ts";
import type { DrawnStep } from "./graph-reading.ts";

const text = z.string().min(1).max(200);
const whole = z.int().min(1).max(3660);
const role = z.enum(Object.keys(roles) as [Role, ...Role[]]);

const ruleShape = z.strictObject({ rule: text });
const termShape = z.union([
  z.strictObject({ workdays: whole }),
  z.strictObject({ days: whole }),
  ruleShape,
]);

const assigneeShape = z.strictObject({ role, at: text, named: text.exactOptional() });

export const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: text, is: z.array(z.union([z.string(), z.boolean()])) }),
    z.strictObject({ field: text, from: z.number() }),
    z.strictObject({ field: text, below: z.number() }),
    z.strictObject({ field: text, filled: z.boolean() }),
    z.strictObject({ all: z.array(conditionShape) }),
    z.strictObject({ any: z.array(conditionShape) }),
    z.strictObject({ not: conditionShape }),
  ]),
);

const votesShape = z.strictObject({
  rule: z.enum(["at-least", "more-than"]),
  part: z.tuple([whole, whole]),
  weights: z.array(whole).exactOptional(),
});

const signersShape = z.strictObject({
  sign: z.enum(["any", "all", "order", "votes"]),
  of: z.array(assigneeShape),
  votes: votesShape.exactOptional(),
});

const adjustableShape = z.strictObject({
  drop: z.literal(true).exactOptional(),
  roles: z.array(role).exactOptional(),
  within: z.tuple([whole, whole]).exactOptional(),
  addAfter: z.array(role).exactOptional(),
});

const named = { id: text, title: text };
const decisionShape = z.strictObject({
  ...named,
  kind: z.enum(["review", "approve"]),
  verb: text.exactOptional(),
  signers: signersShape,
  within: termShape.nullable(),
  onTimeout: z.enum(["remind", "raise", "escalate", "pass"]),
  escalateTo: assigneeShape.nullable(),
  distinct: z.boolean(),
  repeats: z.literal("skip").exactOptional(),
  amber: whole.exactOptional(),
  extendable: z.union([whole, ruleShape]).exactOptional(),
  rights: z.record(z.string(), z.enum(["hidden", "read", "write"])).exactOptional(),
  adjustable: adjustableShape.exactOptional(),
  basis: text.exactOptional(),
});

const copyShape = z.strictObject({ ...named, kind: z.literal("copy"), to: z.array(assigneeShape) });

const waitShape = z.strictObject({
  ...named,
  kind: z.enum(["wait", "notice"]),
  within: termShape,
  objections: assigneeShape.exactOptional(),
  dealWithin: termShape.exactOptional(),
  adjustable: adjustableShape.exactOptional(),
  basis: text.exactOptional(),
});

const subShape = z.strictObject({
  ...named,
  kind: z.literal("sub"),
  function: text,
  each: z.strictObject({ field: text, as: text }).exactOptional(),
  facts: z.record(
    z.string(),
    z.union([z.strictObject({ field: text }), z.strictObject({ value: z.string() })]),
  ),
  wait: z.boolean(),
  onFailure: z.enum(["go-on", "reject"]),
});

/** Any step but a fork. */
export const stepShape: z.ZodType<DrawnStep> = z.union([
  decisionShape,
  copyShape,
  waitShape,
  subShape,
]);

export const flowOptionsShape: z.ZodType<FlowOptions> = z.strictObject({
  within: termShape.exactOptional(),
  overseer: assigneeShape.exactOptional(),
});
