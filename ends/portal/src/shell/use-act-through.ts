// Acting through another post (切换岗位): nothing fetched for the old post is kept, and the desk is opened.
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answer, api } from "../client.ts";
import { meQuery, useCommand } from "../session.ts";

export function useActThrough() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCommand(
    (id: string, headers) =>
      answer(api.POST("/api/access/posts/{id}/act", { params: { path: { id } }, headers })),
    {
      refresh: [],
      onDone: async () => {
        await navigate({ to: "/" });
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
        await client.invalidateQueries(meQuery);
      },
    },
  );
}
