// The room of proposals and open management (提案与厂务公开), as the server takes it up.
import { selves, unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { ask } from "./ask.ts";
import { parametersOn } from "./parameters.ts";
import { countSweep } from "./rate.ts";
import { reactions } from "./reactions.ts";
import { routes } from "./routes.ts";
import { submit } from "./submit.ts";

export const room: CaseRoom = {
  word: "proposals",
  title: "提案与厂务公开",
  platform: "grassroots",
  parameters: parametersOn,
  functions: [
    { id: submit.id, title: "提案征集", may: [...submit.may, ...unionStaff] },
    { id: "proposals.file", title: "立案审查", may: ["officer"] },
    { id: "proposals.handle", title: "交办答复", may: ["officer", "chair"] },
    { id: "proposals.rate", title: "答复评价与优秀提案评选", may: ["member", ...unionStaff] },
    { id: "proposals.disclose", title: "公开事项发布", may: [...selves, ...unionStaff] },
    { id: ask.id, title: ask.title, may: [...ask.may, ...unionStaff] },
  ],
  routes,
  reactions,
  sweeps: [countSweep],
  cases: [submit, ask],
};
