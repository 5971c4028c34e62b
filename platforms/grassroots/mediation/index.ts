// The room of mediation (劳动争议多元化解), as the server takes it up.
import type { CaseRoom } from "@niangjia/registers/cases";
import { apply } from "./apply.ts";
import { clockSweep } from "./clock.ts";
import { parametersOn } from "./parameters.ts";
import { reactions } from "./reactions.ts";
import { refer } from "./refer.ts";
import { routes } from "./routes.ts";
import { remindSweep } from "./sessions.ts";

export { deliveringReactions, type PartnerGateway } from "./deliver.ts";

const handling = ["mediator", "cadre", "chair"] as const;

export const room: CaseRoom = {
  word: "mediation",
  title: "劳动争议多元化解",
  platform: "grassroots",
  parameters: parametersOn,
  functions: [
    { id: apply.id, title: apply.title, may: apply.may },
    { id: "mediation.accept", title: "受理与调解员分派", may: handling },
    { id: "mediation.session", title: "调解会议", may: handling },
    { id: "mediation.agreement", title: "调解协议与司法确认", may: handling },
    { id: refer.id, title: refer.title, may: refer.may },
    { id: "mediation.clock", title: "五个工作日督办", may: ["cadre", "chair"] },
  ],
  routes,
  reactions,
  sweeps: [clockSweep, remindSweep],
  cases: [apply, refer],
};
