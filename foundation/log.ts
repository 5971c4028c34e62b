// Log (运行日志): one JSON line a thing that happened; never a name, a number or a token of a person.
import { pino } from "pino";

export type Logger = pino.Logger;

const neverLogged = [
  "req.headers.cookie",
  "req.headers.authorization",
  "*.password",
  "*.idNumber",
  "*.phone",
  "*.name",
];

export function createLog(level = "info"): Logger {
  return pino({ level, redact: neverLogged, base: undefined });
}
