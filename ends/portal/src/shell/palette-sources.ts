// Palette sources (搜索来源): where people, unions and cases are looked for; one line more for each new kind.
import { answer, api } from "../client.ts";
import { searchFunctions } from "../pages/functions/functions.ts";
import { paths } from "../paths.ts";
import { Problem } from "../ui/problem.ts";
import type { HitGroup } from "./palette-hits.ts";

/** Rows asked of each source. */
const atMost = 5;

type Source = (words: string, signal: AbortSignal) => Promise<HitGroup>;

const people: Source = async (q, signal) => {
  const query = { q, size: atMost };
  const { rows } = await answer(api.GET("/api/members", { params: { query }, signal }));
  const hits = rows.map(({ personId, name, unionName }) => ({
    key: personId,
    title: name,
    detail: unionName,
    path: paths.person(personId),
  }));
  return { title: "人", hits };
};

const unions: Source = async (q, signal) => {
  const query = { q, size: atMost };
  const { rows } = await answer(
    api.GET("/api/organisations/search", { params: { query }, signal }),
  );
  const hits = rows.map(({ id, name, line }) => ({
    key: id,
    title: name,
    detail: line.at(-1) ?? "",
    path: paths.union(id),
  }));
  return { title: "工会", hits };
};

/** By the worker's own words, pinyin or initials; leads straight to the form. */
const functions: Source = async (q, signal) => {
  const { groups } = await answer(api.GET("/api/cases/functions", { signal }));
  const hits = searchFunctions(groups, q).flatMap(({ title: room, functions: found }) =>
    found.map(({ id, title }) => ({ key: id, title, detail: room, path: paths.function(id) })),
  );
  return { title: "办事", hits: hits.slice(0, atMost) };
};

/** Running and ended alike, each with where it stands. */
const cases: Source = async (q, signal) => {
  const query = { q, size: atMost };
  const { rows } = await answer(api.GET("/api/cases/search", { params: { query }, signal }));
  const hits = rows.map(({ id, title, number, status, statusTitle }) => ({
    key: id,
    title,
    detail: `${number} · ${status === "approved" ? "已办结" : statusTitle}`,
    path: paths.case(id),
  }));
  return { title: "办件", hits };
};

const sources: readonly Source[] = [functions, cases, people, unions];

/** A post that may not look somewhere finds nothing there. */
async function asPermitted(search: Promise<HitGroup>): Promise<HitGroup> {
  try {
    return await search;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 403) return { title: "", hits: [] };
    throw failure;
  }
}

export const searchEverywhere = (words: string, signal: AbortSignal): Promise<HitGroup[]> =>
  Promise.all(sources.map((source) => asPermitted(source(words, signal))));
