// Person (人员档案): asked of the register by id.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";

const readPerson = (id: string) =>
  answer(api.GET("/api/members/{id}", { params: { path: { id } } }));

export type Person = Awaited<ReturnType<typeof readPerson>>;

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ["person", id], queryFn: () => readPerson(id) });
