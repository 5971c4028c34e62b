// Routes of proposals (提案接口); proposals and questions themselves go the way of all cases.
import { type Route, route } from "@niangjia/foundation/http";
import { selves, unionStaff } from "@niangjia/foundation/roles";
import { close, open, showCampaigns } from "./campaigns.ts";
import * as contract from "./contract.ts";
import {
  exportDisclosures,
  fetchDisclosed,
  noteSeen,
  publish,
  showDisclosure,
  showDisclosures,
  withdrawItem,
} from "./disclose.ts";
import { exportProposals, showList, showOwn, showProposal } from "./proposals.ts";
import { exportQuestions, showQuestions } from "./questions.ts";
import {
  exportSelections,
  openSelection,
  showSelection,
  showSelections,
  voteOnce,
} from "./rate.ts";
import { inviteOne, secondProposal } from "./second.ts";

const staff = unionStaff;
const everyone = [...selves, ...unionStaff] as const;

export const routes: readonly Route[] = [
  route(contract.list, { may: staff, run: showList }),
  route(contract.exportList, { may: staff, run: exportProposals, callsAMinute: 20 }),
  route(contract.show, { may: everyone, run: showProposal }),
  route(contract.own, { may: selves, run: showOwn }),
  route(contract.second, { may: selves, run: secondProposal, callsAMinute: 30 }),
  // Names and phones can be tried against the register here: few a minute.
  route(contract.invite, { may: selves, run: inviteOne, callsAMinute: 6 }),
  route(contract.openCampaign, { may: staff, run: open, callsAMinute: 30 }),
  route(contract.campaigns, { may: staff, run: showCampaigns }),
  route(contract.closeCampaign, { may: staff, run: close, callsAMinute: 30 }),
  route(contract.openSelection, { may: staff, run: openSelection, callsAMinute: 30 }),
  route(contract.selections, { may: everyone, run: showSelections }),
  route(contract.selectionsFile, { may: staff, run: exportSelections, callsAMinute: 20 }),
  route(contract.selectionOf, { may: everyone, run: showSelection }),
  route(contract.vote, { may: selves, run: voteOnce, callsAMinute: 30 }),
  route(contract.disclose, { may: staff, run: publish, callsAMinute: 30 }),
  route(contract.disclosures, { may: everyone, run: showDisclosures }),
  route(contract.disclosuresFile, { may: staff, run: exportDisclosures, callsAMinute: 20 }),
  route(contract.disclosure, { may: everyone, run: showDisclosure }),
  route(contract.disclosedFile, { may: everyone, run: fetchDisclosed, callsAMinute: 60 }),
  route(contract.seen, { may: selves, run: noteSeen, callsAMinute: 60 }),
  route(contract.withdraw, { may: staff, run: withdrawItem, callsAMinute: 30 }),
  route(contract.questions, { may: everyone, run: showQuestions }),
  route(contract.questionsFile, { may: staff, run: exportQuestions, callsAMinute: 20 }),
];
