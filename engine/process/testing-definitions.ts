// Random definitions for tests (随机流程): the whole vocabulary, forks inside forks to a depth of
// three.
import fc from "fast-check";
import { from, is, not } from "./condition.ts";
import type { Assignee, Definition, OnTimeout, Signers } from "./definition.ts";
import {
  allSign,
  anySign,
  applicant,
  approve,
  arm,
  atLeast,
  choose,
  chooseSeveral,
  chosen,
  copy,
  moreThan,
  notice,
  otherwise,
  postOf,
  review,
  type Step,
  signInOrder,
  sub,
  timed,
  together,
  voteOf,
  wait,
  workdays,
} from "./flow.ts";

const role = fc.constantFrom("officer" as const, "chair" as const, "cadre" as const);
const place = fc.constantFrom("union", "union.parent", "union.county", "union.city");
const post = fc.tuple(role, place).map(([who, at]) => postOf(who, at));

const assignee: fc.Arbitrary<Assignee> = fc.oneof(
  { weight: 8, arbitrary: post },
  { weight: 1, arbitrary: role.map((who) => chosen(who, "union", "handler")) },
  { weight: 1, arbitrary: fc.constant(applicant()) },
);
const assignees = fc.array(assignee, { minLength: 1, maxLength: 3 });

const votes = fc.constantFrom(atLeast(1, 2), moreThan(1, 2), atLeast(2, 3), atLeast(1, 1));
const signers: fc.Arbitrary<Signers> = fc.oneof(
  fc
    .tuple(fc.constantFrom(anySign, allSign, signInOrder), assignees)
    .map(([sign, of]) => sign(...of)),
  fc
    .tuple(votes, assignees, fc.boolean())
    .map(([rule, of, heavy]) =>
      voteOf({ ...rule, ...(heavy && { weights: of.map((_, index) => index + 1) }) }, ...of),
    ),
);

const term = fc.integer({ min: 1, max: 4 }).map(workdays);

const decision: fc.Arbitrary<Step> = fc
  .record({
    build: fc.constantFrom(review, approve),
    who: signers,
    within: fc.option(term, { nil: undefined }),
    onTimeout: fc.constantFrom<OnTimeout>("remind", "raise", "pass", "escalate"),
    escalateTo: fc.option(post, { nil: undefined }),
    distinct: fc.constantFrom(false, false, true),
    repeats: fc.constantFrom(undefined, undefined, "skip" as const),
    extendable: fc.constantFrom(undefined, 2),
    names: fc.boolean(),
  })
  .map(({ build, who, within, onTimeout, extendable, repeats, names, ...rest }) =>
    build(who, {
      ...rest,
      ...(who.sign !== "votes" && { repeats }),
      ...(within && { within, onTimeout, extendable }),
      rights: { note: "write", ...(names && { handler: "write" }) },
    }),
  );

const copying: fc.Arbitrary<Step> = fc
  .array(post, { minLength: 1, maxLength: 2 })
  .map((to) => copy(...to));
const waiting: fc.Arbitrary<Step> = fc.oneof(
  term.map((within) => wait(within)),
  fc
    .tuple(term, post, fc.option(term, { nil: undefined }))
    .map(([within, who, dealWithin]) => notice(within, who, { ...(dealWithin && { dealWithin }) })),
);
const beginning: fc.Arbitrary<Step> = fc
  .record({
    wait: fc.boolean(),
    onFailure: fc.constantFrom("go-on" as const, "go-on" as const, "reject" as const),
    each: fc.constantFrom(undefined, { field: "list", as: "one" }, { field: "none", as: "one" }),
  })
  .map(({ each, ...options }) => sub("elsewhere.begin", { ...options, ...(each && { each }) }));

const conditions = fc.constantFrom(is("small", true), from("amount", 50), not(is("small", true)));

const steps = (depth: number): fc.Arbitrary<Step[]> =>
  fc.array(step(depth), { maxLength: depth === 0 ? 3 : 2 });

function step(depth: number): fc.Arbitrary<Step> {
  const plain = fc.oneof(
    { weight: 6, arbitrary: decision },
    { weight: 1, arbitrary: copying },
    { weight: 1, arbitrary: waiting },
    { weight: 1, arbitrary: beginning },
  );
  if (depth === 3) return plain;
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: fork(depth + 1) });
}

function fork(depth: number): fc.Arbitrary<Step> {
  const all = fc
    .array(steps(depth), { minLength: 2, maxLength: 3 })
    .map((arms) => together(...arms.map((own, index) => otherwise(`第${index + 1}路`, ...own))));
  const some = fc
    .record({
      take: fc.constantFrom(choose, chooseSeveral),
      arms: fc.array(fc.tuple(conditions, steps(depth)), { minLength: 1, maxLength: 2 }),
      rest: steps(depth),
    })
    .map(({ take, arms, rest }) =>
      take(...arms.map(([when, own]) => arm("如此", when, ...own)), otherwise("其他", ...rest)),
    );
  return fc.oneof({ weight: 2, arbitrary: all }, { weight: 1, arbitrary: some });
}

export const definitions: fc.Arbitrary<Definition> = fc
  .record({
    before: steps(0),
    last: decision,
    after: fc.option(fork(1), { nil: undefined }),
    within: fc.option(term, { nil: undefined }),
  })
  .map(({ before, last, after, within }) =>
    timed(
      { ...(within && { within, overseer: postOf("chair", "union.county") }) },
      ...before,
      last,
      ...(after ? [after] : []),
    ),
  );
