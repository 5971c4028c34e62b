// The session ended (登录过期): whoever hears of it first leads to signing in, once.
import { formHere, goInstead } from "../device/go.ts";
import { era } from "./seen.ts";

let leading = false;

/**
 * Several answers of one page may say so at the same time; one that was asked for in an era before says it of a session
 * nobody bears any more. A form one stood at is come back to.
 */
export function sessionEnded(since: number): void {
  if (leading || since !== era()) return;
  leading = true;
  void goInstead("sign-in", formHere());
}

/** While somebody stands at the sign-in page nobody is led there again. Answers how to end that. */
export function atSignIn(): () => void {
  leading = true;
  return () => {
    leading = false;
  };
}
