// The room of legal aid (法律援助), as the server takes it up.
import { selves, unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { apply } from "./apply.ts";
import { assign } from "./assign.ts";
import { close } from "./close.ts";
import { consult } from "./consult.ts";
import { leftSweep } from "./leaving.ts";
import { parametersOn } from "./parameters.ts";
import { quietSweep } from "./quiet.ts";
import { reactions } from "./reactions.ts";
import { routes } from "./routes.ts";

const cases = [consult, apply, assign, close];

export const room: CaseRoom = {
  word: "legal-aid",
  title: "法律援助",
  platform: "grassroots",
  parameters: parametersOn,
  functions: [
    ...cases.map(({ id, title, may }) => ({ id, title, may })),
    { id: "legal-aid.journal", title: "办案日志", may: ["lawyer", ...unionStaff, ...selves] },
  ],
  routes,
  reactions,
  sweeps: [leftSweep, quietSweep],
  cases,
};
