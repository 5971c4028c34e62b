// The officer's post (工会干事岗位): one leaves it, another is to have it; those who stay keep theirs.
import { askForPost, endPostsOfRole } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";

interface OfficerWish {
  readonly orgId: string;
  readonly orgPath: string;
  readonly orgName: string;
  /** For the record, such as `case:…`. */
  readonly because: string;
  /** Why, for whoever leaves: a whole sentence. */
  readonly words: string;
  /** The post that ends, when one does. */
  readonly outgoing?: string | undefined;
  readonly name: string;
  readonly phone: string;
}

export async function passOfficerPost(act: Act, wish: OfficerWish): Promise<void> {
  const { outgoing, words, ...at } = wish;
  if (outgoing) {
    const which = { orgId: at.orgId, role: "officer", ids: [outgoing] } as const;
    await endPostsOfRole(act, which, { because: at.because, words });
  }
  await askForPost(act, { ...at, role: "officer", title: "工会干事", toDay: null });
}
