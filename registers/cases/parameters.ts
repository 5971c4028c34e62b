// The case register's parameters (办件参数), from the file beside; they are taken as they hold in the nation.
import { nation, type Parameters, parametersOf } from "@niangjia/engine/policy";
import type { Day } from "@niangjia/foundation/day";

const units = { mendReminder: "workdays", mendAtLast: "workdays" } as const;

const on = parametersOf(new URL("./parameters.yaml", import.meta.url), units);

export const parametersOn = (day: Day): Parameters<typeof units> => on(day, nation);
