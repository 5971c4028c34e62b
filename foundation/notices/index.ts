// The door of notices (通知): telling people inside the system, by push, by short message and by WeChat.
export { consentRoutes, type SubscriptionTemplate } from "./consent.ts";
export {
  type Message,
  type MessageGateway,
  sendingReactions,
  sendSms,
  Undeliverable,
} from "./messages.ts";
export { noticeRoutes } from "./own.ts";
export { type PushDoor, pushRoutes, type Subscription } from "./push.ts";
export { countUnread } from "./store.ts";
export { type Told, tell } from "./tell.ts";
