// Session (会话): signing in by a code, out again, and leaving nothing of one person to the next.
import { dropToken, keepToken } from "../device/login.ts";
import { readStored, store } from "../device/storage.ts";
import { post } from "./api.ts";
import { forgetAll } from "./seen.ts";

interface CodeSignIn {
  readonly phone: string;
  readonly code: string;
}

/** What another person left on this phone goes, drafts and all. */
export async function signInByCode({ phone, code }: CodeSignIn): Promise<void> {
  const { token } = await post("/api/access/sign-in-by-code", { body: { phone, code } });
  if (readStored("phone") !== phone) forgetAll();
  store("phone", phone);
  keepToken(token);
}

/** Also where the house cannot be told: the phone forgets all the same. */
export async function signOut(): Promise<void> {
  await post("/api/access/sign-out", {}).catch(() => undefined);
  dropToken();
  forgetAll();
}
