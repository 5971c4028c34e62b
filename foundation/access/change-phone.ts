// Change of the sign-in number (换登录手机号): the account of a person follows to the number they have now.
import type { Act } from "../act.ts";
import { record } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import { maskPhone } from "../masks.ts";
import { sendSms, tell } from "../notices/index.ts";
import { accountOfPerson, phoneOf } from "./people-store.ts";
import { closeIfNobodys, putPhone } from "./phone-store.ts";
import { tellAccessChanged } from "./session.ts";
import { endSessions, findAccountByPhone } from "./store.ts";

export interface PhoneChange {
  readonly personId: string;
  /** Eleven digits, already checked. */
  readonly phone: string;
  /** Why, for the record, such as `case:…`. */
  readonly because: string;
  /** The old phone is in other hands: every session of the account ends. */
  readonly lost?: boolean;
}

/** Whoever lost the number and signed in by the new one meanwhile has an account there that nobody is known by. */
async function isFree(house: Act, phone: string): Promise<boolean> {
  const bearer = await findAccountByPhone(house, house.keys.blinds("phone", phone));
  if (!bearer) return true;
  if (!(await closeIfNobodys(house, bearer.id))) return false;
  await endSessions(house, bearer.id);
  return true;
}

async function move(house: Act, accountId: string, phone: string): Promise<void> {
  await putPhone(house, accountId, {
    blind: house.keys.blind("phone", phone),
    cipher: house.keys.encrypt({ field: "account.phone", row: accountId }, phone),
    mask: maskPhone(phone),
  });
  await tellAccessChanged(house);
}

/** Both numbers are told, so that whoever still has the old one learns of a change they did not ask for. */
async function tellBoth(house: Act, accountId: string, old: string): Promise<void> {
  const title = "您的登录手机号已更换";
  const body = "以后请用新的手机号登录。如果不是您本人要求的，请马上联系所在工会。";
  await sendSms(house, { phone: old, text: `${title}，这个号码不能再登录。${body}` });
  await tell(house, { accountId, title, body, urgent: true });
}

/**
 * The account that stands for a person is opened by this number from now on. Answers `taken`, and changes nothing, when
 * the number opens the account of somebody else who is known; `same` when there is nothing to change or no account.
 */
export async function changePhone(
  act: Act,
  { personId, phone, because, lost = false }: PhoneChange,
): Promise<"moved" | "taken" | "same"> {
  const accountId = await accountOfPerson(act, personId);
  const old = accountId && (await phoneOf(act, accountId));
  if (!accountId || !old || old === phone) return "same";
  return asHouse(act, async (house) => {
    if (!(await isFree(house, phone))) return "taken";
    if (lost) await endSessions(house, accountId);
    await move(house, accountId, phone);
    const subject = `account:${accountId}`;
    await record(house, { action: "access.change-phone", subject, details: { because } });
    await tellBoth(house, accountId, old);
    return "moved";
  });
}
