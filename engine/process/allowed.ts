// Allowed (办件状态与可办事项): which commands a case takes in which status, once and for all.
import type { CommandKind, Status } from "./contract.ts";

const running: readonly CommandKind[] = [
  ...(["agree", "return", "reject", "abstain", "withdraw", "urge", "claim", "put-back"] as const),
  ...(["transfer", "delegate", "add-sign", "remove-sign", "take-back", "extend"] as const),
  ...(["ask", "answer", "copy", "read", "object", "lapse", "fulfil", "sub-ended"] as const),
  ...(["hand-over", "migrate", "recount"] as const),
];
const table: Readonly<Record<Status, readonly CommandKind[]>> = {
  draft: ["submit"],
  running,
  returned: ["resubmit", "withdraw", "read", "answer", "sub-ended", "hand-over", "migrate"],
  approved: ["read"],
  rejected: ["read"],
  withdrawn: ["read"],
};

export const allows = (status: Status, kind: CommandKind): boolean => table[status].includes(kind);
