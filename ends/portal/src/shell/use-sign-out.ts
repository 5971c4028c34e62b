// Signing out (退出登录), from this device or from all; nothing that was fetched stays behind.
import { useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../client.ts";
import { paths } from "../paths.ts";
import { useCommand } from "../session.ts";

/** The page is loaded anew, so that no word of the old session remains in memory. */
export function useSignOut(from: "this" | "everywhere") {
  const client = useQueryClient();
  const path = from === "this" ? "/api/access/sign-out" : "/api/access/sign-out-everywhere";
  return useCommand((_: undefined, headers) => answer(api.POST(path, { headers })), {
    refresh: [],
    onDone: () => {
      client.clear();
      window.location.assign(paths.signIn());
    },
  });
}
