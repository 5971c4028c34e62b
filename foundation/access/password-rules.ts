// Rules of passwords (密码强度): long enough, mixed enough, and nothing a stranger tries first.
import { type FieldFault, refuse } from "../refusal.ts";
import { passwordWeak } from "./strength-contract.ts";

export interface PasswordOwner {
  readonly name: string;
  /** Eleven digits. */
  readonly phone: string;
}

const longEnough = 10;
/** A sentence of this length is strong whatever it is written with. */
const longAlone = 16;
const kindsAsked = 3;
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];
const alikeInRow = 4;
const stepsInRow = 5;

/** What lists of leaked passwords begin with, and what this house would add to them. */
const common = [
  ...["password", "passw0rd", "qwert", "asdfg", "zxcvb", "1qaz", "iloveyou", "woaini"],
  ...["admin", "welcome", "abc123", "a1b2c3", "5201314", "niangjia", "gonghui"],
];

const distances = (text: string): number[] =>
  Array.from(text.slice(1), (symbol, i) => symbol.charCodeAt(0) - text.charCodeAt(i));

/** Whether as many neighbours in a row lie the same distance apart: 0 for `aaaa`, 1 for `12345`, -1 for `54321`. */
function runs(text: string, step: number, length: number): boolean {
  let run = 1;
  return distances(text).some((distance) => {
    run = distance === step ? run + 1 : 1;
    return run >= length;
  });
}

/** What is wrong with a password for this person, in a sentence; undefined when nothing is. */
export function weaknessOf(password: string, { name, phone }: PasswordOwner): string | undefined {
  const length = Array.from(password).length;
  const lower = password.toLowerCase();
  if (length < longEnough) return `密码至少 ${longEnough} 个字符。`;
  if (length < longAlone && kinds.filter((kind) => kind.test(password)).length < kindsAsked) {
    return `不到 ${longAlone} 个字符的密码，要有大写字母、小写字母、数字、符号中的至少三种。`;
  }
  if (lower.includes(phone.slice(-8)) || (name.length > 1 && password.includes(name))) {
    return "密码里不能有自己的姓名或手机号。";
  }
  if (runs(lower, 0, alikeInRow)) return "密码里不能有四个以上相同的字符连在一起。";
  if (runs(lower, 1, stepsInRow) || runs(lower, -1, stepsInRow)) {
    return "密码里不能有 12345、abcde 这样连着的字符。";
  }
  const found = common.find((word) => lower.includes(word));
  return found && `密码里不能有“${found}”这样常见的词。`;
}

/** Refuses a weak password, beside the field of the request it came in. */
export function refuseWeak(password: string, owner: PasswordOwner, path = "password"): void {
  const say = weaknessOf(password, owner);
  if (say === undefined) return;
  const fields: FieldFault[] = [{ path, say }];
  throw refuse(passwordWeak, { fields });
}
