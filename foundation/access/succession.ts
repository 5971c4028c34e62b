// Succession (岗位交接): after an election the outgoing holder's post ends, and one is asked for the next.
import type { Act } from "../act.ts";
import { record } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import { tell } from "../notices/index.ts";
import { emit } from "../outbox/index.ts";
import type { Role } from "../roles.ts";
import { askForPost, type PostWish } from "./ask-post.ts";
import { postEnded } from "./events.ts";
import { phoneOf } from "./people-store.ts";
import { tellAccessChanged } from "./session.ts";
import { findAccountByPhone } from "./store.ts";
import { endPosts, holdPosts, type LivingPost } from "./succession-store.ts";

interface Ending {
  /** For the record, such as `case:…`. */
  readonly because: string;
  /** Why, for the holder: a whole sentence. */
  readonly words: string;
}

async function endAll(house: Act, posts: readonly LivingPost[], why: Ending): Promise<void> {
  await endPosts(
    house,
    posts.map(({ id }) => id),
  );
  for (const { id, accountId, title, role, orgPath, state } of posts) {
    const details = { because: why.because };
    await record(house, { action: "access.end-post", subject: `post:${id}`, details });
    if (state !== "held") continue;
    await emit(house, postEnded(orgPath, { postId: id, accountId, role }));
    const body = `${why.words}您的“${title}”岗位随之结束。`;
    await tell(house, { accountId, title: "您的岗位已结束", body });
  }
  if (posts.length > 0) await tellAccessChanged(house);
}

/**
 * Ends the posts of a role at a union, those named or all of them. What lies on their desks is
 * handed on. Answers how many ended.
 */
export async function endPostsOfRole(
  act: Act,
  which: { readonly orgId: string; readonly role: Role; readonly ids?: readonly string[] },
  why: Ending,
): Promise<number> {
  return asHouse(act, async (house) => {
    const posts = await holdPosts(house, which);
    const ending = posts.filter(({ id }) => which.ids?.includes(id) ?? true);
    await endAll(house, ending, why);
    return ending.length;
  });
}

/**
 * Passes a post on: whoever else has it at the union has it no more, and it is asked for whom the
 * wish names. Who has it already keeps it, and one is asked that lasts longer where theirs is to end
 * before; nobody's is made longer without the security administrator.
 */
export async function passPost(act: Act, wish: PostWish, words: string): Promise<"asked" | "kept"> {
  return asHouse(act, async (house) => {
    const known = await findAccountByPhone(house, house.keys.blinds("phone", wish.phone));
    const posts = await holdPosts(house, wish);
    const own = posts.filter(({ accountId }) => accountId === known?.id);
    await endAll(
      house,
      posts.filter((post) => !own.includes(post)),
      { because: wish.because, words },
    );
    if (own.some(lastsAsLongAs(wish))) return "kept";
    await askForPost(act, wish);
    return "asked";
  });
}

const lastsAsLongAs =
  (wish: Pick<PostWish, "toDay">) =>
  ({ toDay }: LivingPost): boolean =>
    toDay === null || (wish.toDay !== null && toDay >= wish.toDay);

/** A later day for posts that last to a day at least. */
export interface LongerWish extends Omit<PostWish, "name" | "phone"> {
  readonly lastingTo: string;
}

/**
 * Asks that whoever has a post of the role at the union have one until a later day, where all of
 * theirs end before; nobody's is made longer without the security administrator. Answers for how many.
 */
export async function askForLonger(act: Act, { lastingTo, ...wish }: LongerWish): Promise<number> {
  return asHouse(act, async (house) => {
    const posts = await holdPosts(house, wish);
    const living = posts.filter(({ toDay }) => toDay === null || toDay >= lastingTo);
    const short = [...Map.groupBy(living, ({ accountId }) => accountId)].filter(
      ([_account, own]) => !own.some(lastsAsLongAs(wish)),
    );
    for (const [accountId] of short) {
      const phone = await phoneOf(house, accountId);
      if (phone) await askForPost(house, { ...wish, phone, name: "" });
    }
    return short.length;
  });
}
