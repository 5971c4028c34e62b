// The tree's levels (组织树): loaded as they are opened, and opened down to a union that was searched for.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { cardQuery, type Level, levelQuery, type UnionNode } from "./unions.ts";

interface Loaded {
  readonly rows: readonly UnionNode[];
  readonly total: number;
  readonly page: number;
}

/** Children by the id of their parent. */
export type Levels = ReadonlyMap<string, Loaded>;

const joined = (before: Loaded | undefined, { rows, total, page }: Level): Loaded => ({
  rows: page > 1 && before ? [...before.rows, ...rows] : rows,
  total,
  page,
});

export function useTree(rootId: string | undefined, openKey: string | undefined) {
  const client = useQueryClient();
  const [levels, setLevels] = useState<Levels>(new Map());
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const load = useCallback(
    async (parent: string, page = 1) => {
      const level = await client.fetchQuery(levelQuery(parent, page));
      setLevels((now) => new Map(now).set(parent, joined(now.get(parent), level)));
    },
    [client],
  );
  const expandTo = useCallback(
    (ids: readonly string[]) => setExpanded((now) => [...new Set([...now, ...ids])]),
    [],
  );
  useEffect(() => {
    if (rootId) load(rootId).then(() => expandTo([rootId]), ignore);
  }, [rootId, load, expandTo]);
  useEffect(() => {
    if (!rootId || !openKey || openKey === rootId) return;
    const open = async () => {
      const { line } = await client.fetchQuery(cardQuery(openKey));
      const ids = line.map(({ id }) => id);
      const within = ids.slice(Math.max(0, ids.indexOf(rootId)));
      if (!within.includes(rootId)) return;
      await Promise.all(within.map((id) => load(id)));
      expandTo(within);
    };
    open().catch(ignore);
  }, [client, rootId, openKey, load, expandTo]);
  return { levels, load, expanded, setExpanded };
}

/** The card beside the tree says what went wrong; the branch stays closed and can be opened again. */
const ignore = () => undefined;
