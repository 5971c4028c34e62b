// The access door of the foundation (登录与岗位).
export { hashPassword, type Opening, openAccount } from "./accounts.ts";
export { insertPost, type NewPost } from "./administration-store.ts";
export {
  accountOfPerson,
  type Holder,
  handOverAccount,
  holdersOf,
  markMember,
  type NewMember,
  phoneOf,
} from "./people-store.ts";
export { accessRoutes } from "./routes.ts";
export { accessChannel, openSession, Sessions, tellAccessChanged } from "./session.ts";
export { type HeldPost, heldPosts } from "./store.ts";
