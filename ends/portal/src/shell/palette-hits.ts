// Palette hits (搜索结果): what was found, each with the path that opens it.
import type { Me } from "../session.ts";

export interface Hit {
  readonly key: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly path: string;
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

const mostFunctions = 8;

/** Rooms and functions whose words hold what was typed; with nothing typed, the rooms. */
export function functionsFor(menu: Me["menu"], typed: string): HitGroup {
  const hits = menu.flatMap(({ title: platform, rooms }) =>
    rooms.flatMap((room) => {
      const own = { key: room.path, title: room.title, detail: platform, path: room.path };
      if (typed === "") return [own];
      const inside = room.functions.map(({ id, title }) => {
        return { key: id, title, detail: `${platform} · ${room.title}`, path: room.path };
      });
      return [own, ...inside].filter(({ title }) => title.includes(typed));
    }),
  );
  return { title: typed === "" ? "可进入的功能" : "功能", hits: hits.slice(0, mostFunctions) };
}
