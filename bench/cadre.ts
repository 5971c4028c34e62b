// A cadre (总工会干部) to ask as: the post is what row-level security goes by; no account stands behind it.
import type { Actor } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";

export function cadreAt(orgPath: string, orgId = newId()): Actor {
  const post = { id: newId(), role: "cadre", orgId, orgPath } as const;
  const ids = { accountId: newId(), personId: newId(), sessionId: newId() };
  return { kind: "staff", ...ids, post, role: "cadre", name: "", ownName: "" };
}
