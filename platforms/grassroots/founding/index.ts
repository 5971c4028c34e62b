// The room of founding (工会组建), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { apply } from "./apply.ts";
import { coverageSweep } from "./coverage-sweep.ts";
import { elect } from "./elect.ts";
import { legal } from "./legal.ts";
import { parametersOn } from "./parameters.ts";
import { publish } from "./publish.ts";
import { reactions } from "./reactions.ts";
import { remindSweep } from "./remind.ts";
import { routes } from "./routes.ts";

const cases = [apply, elect, legal, publish];

export const room: CaseRoom = {
  word: "founding",
  title: "工会组建",
  platform: "grassroots",
  parameters: parametersOn,
  functions: [
    ...cases.map(({ id, title, may }) => ({ id, title, may })),
    { id: "founding.coverage", title: "应建未建摸排", may: unionStaff },
  ],
  routes,
  reactions,
  sweeps: [coverageSweep, remindSweep],
  cases,
};
