// The access door of the foundation (登录与岗位).
export { hashPassword, type Opening, openAccount } from "./accounts.ts";
export { insertPost, type NewPost } from "./administration-store.ts";
export { askForPost, type PostWish } from "./ask-post.ts";
export { changePhone } from "./change-phone.ts";
export { type PostEnded, postEndedName } from "./events.ts";
export { findLockedOut, type LockedOut, resetByOperator } from "./operator-reset.ts";
export { type OwnPost, ownPosts } from "./own-posts.ts";
export {
  accountOfPerson,
  type Holder,
  handOverAccount,
  holdersOf,
  markFormerMember,
  markMember,
  type NewMember,
  phoneOf,
} from "./people-store.ts";
export {
  heldOn,
  type PostHolder,
  postHolders,
  postsOfSeat,
  postsOnLine,
} from "./post-holders.ts";
export { endPostsAt } from "./posts.ts";
export { accessRoutes } from "./routes.ts";
export type { AccountsOfSamePerson } from "./same-person.ts";
export { accessChannel, openSession, Sessions, tellAccessChanged } from "./session.ts";
export { sendCodeTo, takeCode } from "./sign-in-by-code.ts";
export { wechatReaction } from "./sign-in-by-wechat.ts";
export { type HeldPost, heldPosts } from "./store.ts";
export { askForLonger, endPostsOfRole, passPost } from "./succession.ts";
export { hasWechat } from "./wechat.ts";
export { WechatDeclined, type WechatFailure, type WechatGateway } from "./wechat-gateway.ts";
