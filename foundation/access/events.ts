// Events of posts (岗位事件): one was ended; ids only, no personal data.
import type { Event } from "../outbox/index.ts";
import type { Role } from "../roles.ts";

/** Its holder, and the seat they had; nobody may have held it yet. */
export interface PostEnded {
  readonly postId: string;
  readonly accountId: string;
  readonly role: Role;
}

export const postEndedName = "access.post-ended";

export const postEnded = (orgPath: string, body: PostEnded): Event<string, PostEnded> => ({
  name: postEndedName,
  orgPath,
  body,
});
