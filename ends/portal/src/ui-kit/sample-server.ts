// Sample server (样例数据): answers the sample list as the API would.
import { useEffect, useState } from "react";
import { type ListQuery, type ListState, sortingOf } from "../ui/list.ts";
import { type Person, people } from "./people.ts";

/** Stands in for the server: filters, sorts and cuts a page, after a moment. */
function ask(state: ListState): { rows: Person[]; total: number } {
  const { q, status, job } = state.filters;
  const sorting = sortingOf(state.sort);
  const found = people.filter(
    (one) =>
      (!q || one.name.includes(q)) &&
      (!status || one.status === status) &&
      (!job || job.split(",").includes(one.job)),
  );
  if (sorting) {
    const key = sorting.key as keyof Person;
    found.sort((a, b) => (a[key] < b[key] ? -1 : 1) * (sorting.descending ? -1 : 1));
  }
  const from = (state.page - 1) * state.size;
  return { rows: found.slice(from, from + state.size), total: found.length };
}

export function useSample(state: ListState): ListQuery<Person> {
  const [data, setData] = useState<ReturnType<typeof ask>>();
  const [isFetching, setFetching] = useState(true);
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what refreshing means
  useEffect(() => {
    setFetching(true);
    const timer = setTimeout(() => {
      setData(ask(state));
      setFetching(false);
    }, 500);
    return () => clearTimeout(timer);
  }, [state, times]);
  return { data, error: null, isFetching, refetch: () => setTimes(times + 1) };
}
