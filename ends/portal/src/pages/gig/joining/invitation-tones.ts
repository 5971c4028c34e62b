// How an invitation's state looks (活动状态).
import type { Tone } from "../../../ui/status-tag.tsx";
import type { Invitation } from "./joining.ts";

export const stateTones: Readonly<Record<Invitation["state"], Tone>> = {
  early: "wait",
  open: "doing",
  over: "done",
  expired: "off",
  stopped: "off",
};
