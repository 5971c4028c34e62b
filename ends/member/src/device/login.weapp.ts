// Login (登录) in the mini-program, which knows no cookies: the session's token is kept in WeChat's storage.
import { drop, readStored, store } from "./storage.ts";

export function keepToken(token: string): void {
  store("token", token);
}

export const dropToken = (): void => drop("token");

/** What a request bears to say who asks. */
export function bearer(): Record<string, string> {
  const token = readStored("token");
  return token ? { authorization: `Bearer ${token}` } : {};
}
