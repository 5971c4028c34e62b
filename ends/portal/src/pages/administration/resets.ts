// Resets (重置单): asked for, handed over and used, as the security administrators see them.
import type { OutcomeAt, RowAt } from "../../client.ts";
import { listAt } from "../../list-state.ts";

export const readResets = listAt("/api/access/resets");

export type Reset = RowAt<"/api/access/resets">;

/** Shown once, to be printed and handed over. */
export type Slip = NonNullable<OutcomeAt<"/api/access/accounts/{id}/resets">["slip"]>;

export const resetStates = {
  asked: "待批准",
  open: "等本人使用",
  expired: "已过期",
  used: "已使用",
  ended: "已作废",
} as const satisfies Record<Reset["state"], string>;

export const shownChoices = [
  { value: "id-card", title: "当面核对居民身份证" },
  { value: "work-pass", title: "当面核对工作证，并由其主管确认" },
  { value: "known", title: "当面认识本人" },
] as const;
