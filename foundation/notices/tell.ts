// Telling (告知): always inside the system; on the phone too, where they asked for it or the matter cannot wait.
import { openidOf } from "../access/people-store.ts";
import type { Act } from "../act.ts";
import { asHouse } from "../elevate.ts";
import { newId } from "../ids.ts";
import { takeConsent } from "./consent-store.ts";
import { sendPush, sendSmsTo, sendWechat } from "./messages.ts";
import { devicesOf } from "./push-store.ts";
import { insertNotice } from "./store.ts";

export interface Told {
  readonly accountId: string;
  readonly title: string;
  readonly body: string;
  /** Path inside the ends, such as `/desk/…`. */
  readonly link?: string;
  /** It cannot wait until they look: by short message where WeChat does not reach them. */
  readonly urgent?: boolean;
}

/**
 * Tells an account something inside the system, by its heading on devices that asked for it, and by a message of WeChat
 * where one is bound and they agreed to it. Anybody else finds it inside the system only, unless it is urgent: nobody says
 * whether a push was seen.
 */
export async function tell(act: Act, told: Told): Promise<void> {
  const { accountId, title, body, link = null, urgent = false } = told;
  await insertNotice(act, { id: newId(act.now), accountId, title, body, link });
  await asHouse(act, async (house) => {
    for (const { id: deviceId } of await devicesOf(house, accountId)) {
      await sendPush(house, { accountId, deviceId, title, link });
    }
    const openid = await openidOf(house, accountId);
    if (openid && (await takeConsent(house, accountId))) {
      const message = { accountId, openid, title, text: body, link, elseSms: urgent };
      await sendWechat(house, message);
    } else if (urgent) await sendSmsTo(house, accountId, `${title}：${body}`);
  });
}
