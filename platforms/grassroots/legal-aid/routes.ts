// Routes of legal aid (法律援助), beside those all cases have.
import { type Route, route } from "@niangjia/foundation/http";
import { selves, unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { dropDuty, setDuties, showDuties } from "./duties.ts";
import { fetchPaper, showContact, writeEntry } from "./journal.ts";
import {
  changeLawyer,
  declareInterest,
  endInterest,
  registerLawyer,
  showConsultations,
  showInterests,
  showLawyerPosts,
  showLawyers,
} from "./lawyers.ts";
import { exportMatters, showCandidates, showMatter, showMatters, showOwn } from "./matters.ts";
import { exportRecovered, showRecovered } from "./recovered.ts";

const looking = [...unionStaff, "lawyer"] as const;
const keeping = ["cadre"] as const;
const declaring = ["cadre", "lawyer"] as const;

export const routes: readonly Route[] = [
  route(contract.matters, { may: looking, run: showMatters }),
  route(contract.mattersFile, { may: unionStaff, run: exportMatters, callsAMinute: 20 }),
  route(contract.matter, { may: looking, run: showMatter }),
  route(contract.candidates, { may: keeping, run: showCandidates }),
  route(contract.ownMatters, { may: selves, run: showOwn }),
  route(contract.write, { may: ["lawyer"], run: writeEntry, callsAMinute: 30 }),
  route(contract.contact, { may: ["lawyer"], run: showContact, callsAMinute: 30 }),
  route(contract.entryFile, { may: [...looking, ...selves], run: fetchPaper }),
  route(contract.lawyers, { may: looking, run: showLawyers }),
  route(contract.lawyerPosts, { may: keeping, run: showLawyerPosts }),
  route(contract.register, { may: keeping, run: registerLawyer }),
  route(contract.changeLawyer, { may: keeping, run: changeLawyer }),
  route(contract.interests, { may: declaring, run: showInterests }),
  route(contract.declare, { may: declaring, run: declareInterest }),
  route(contract.endInterest, { may: declaring, run: endInterest }),
  route(contract.duties, { may: looking, run: showDuties }),
  route(contract.setDuties, { may: keeping, run: setDuties }),
  route(contract.dropDuty, { may: keeping, run: dropDuty }),
  route(contract.consultations, { may: looking, run: showConsultations }),
  route(contract.recovered, { may: unionStaff, run: showRecovered }),
  route(contract.recoveredFile, { may: unionStaff, run: exportRecovered, callsAMinute: 20 }),
];
