// Consent to messages of WeChat (订阅消息的同意): WeChat asks in the mini-program; without consent nothing is sent by it.
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { type Route, route } from "../http/route.ts";
import { refuse } from "../refusal.ts";
import { agreeWechat, consentRefusals, wechat } from "./consent-contract.ts";
import { addConsent } from "./consent-store.ts";

/** What the operator's messages of WeChat are made by. */
export interface SubscriptionTemplate {
  readonly id: string;
  /** 长期订阅: agreed to once and for all; else each message is agreed to. */
  readonly lasting: boolean;
}

const agreeTo =
  (template: SubscriptionTemplate | undefined) =>
  async (act: Act, { body }: Asked<typeof agreeWechat>): Promise<Answer<typeof agreeWechat>> => {
    if (template?.id !== body.template) throw refuse(consentRefusals.off);
    const { accountId } = act.actor;
    if (accountId === null) throw new Error("whoever agrees is signed in");
    return { messagesLeft: await addConsent(act, accountId, template.lasting) };
  };

/** Routes of consent; without a template the mini-program asks for nothing. */
export const consentRoutes = (template?: SubscriptionTemplate): readonly Route[] => [
  route(wechat, { may: "signed-in", run: async () => ({ template: template?.id ?? null }) }),
  route(agreeWechat, { may: "signed-in", run: agreeTo(template), callsAMinute: 20 }),
];
