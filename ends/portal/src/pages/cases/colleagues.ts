// Colleagues (同志): who can stand in for one, and who can be given work at one's union and below.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { countWords } from "../../ui/words.ts";
import type { Seat } from "./sharing.ts";

export interface Colleague {
  readonly post: string;
  readonly name: string;
  /** Where they are, and how much they have already. */
  readonly line: string;
}

const colleaguesBy = (
  kind: readonly string[],
  q: string,
  find: () => Promise<readonly Colleague[]>,
) => queryOptions({ queryKey: ["cases", "colleagues", ...kind, q], queryFn: find });

export type Search = (q: string) => ReturnType<typeof colleaguesBy>;

export const deputies: Search = (q) =>
  colleaguesBy(["deputies"], q, async () => {
    const { rows } = await answer(
      api.GET("/api/cases/proxies/deputies", { params: { query: { q } } }),
    );
    return rows.map(({ unionName, ...who }) => ({ ...who, line: unionName }));
  });

/** Who may do the work of a seat; without one, everybody on the line of one's own union. */
export const takers =
  (seat?: Seat): Search =>
  (q) =>
    colleaguesBy(["takers", seat?.unionId ?? "", seat?.role ?? ""], q, async () => {
      const query = { q, ...seat };
      const { rows } = await answer(api.GET("/api/cases/workload/takers", { params: { query } }));
      return rows.map(({ unionName, open, ...who }) => ({
        ...who,
        line: `${unionName}，名下待办 ${countWords(open)} 件`,
      }));
    });
