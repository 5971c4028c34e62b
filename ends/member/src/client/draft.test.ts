// Tests of drafts (草稿): of what is on the phone and what is at the house, the newer wins.
import { expect, test } from "vitest";
import { type Draft, newerDraft } from "./draft.ts";

const here = (at: string, sent: boolean): Draft => ({
  facts: { name: "手机里" },
  labels: { union: "星沙街道总工会" },
  screen: 2,
  at: Date.parse(at),
  sent,
});
const there = { facts: { name: "工会那里" }, savedAt: "2026-11-21T09:00:00Z" };

test("what was typed on another device later wins over what arrived from here", () => {
  expect(newerDraft(here("2026-11-21T08:00:00Z", true), there)?.facts).toEqual(there.facts);
});

test("what was typed here and never arrived wins, whatever the clocks say", () => {
  expect(newerDraft(here("2026-11-21T08:00:00Z", false), there)?.facts).toEqual({ name: "手机里" });
});

test("names of unions picked here are kept, since the house keeps only their ids", () => {
  const draft = newerDraft(here("2026-11-21T08:00:00Z", true), there);
  expect(draft?.labels).toEqual({ union: "星沙街道总工会" });
});

test("with nothing anywhere there is no draft", () => {
  expect(newerDraft(undefined, null)).toBeUndefined();
});
