// Routes of access (登录与岗位).
import { type Route, route } from "../http/route.ts";
import {
  approvePost,
  askPost,
  endPost,
  listPosts,
  signOutAccount,
  unlock,
} from "./administration.ts";
import * as admin from "./administration-contract.ts";
import * as contract from "./contract.ts";
import { actForSelf, actThrough, listDevices, signOut, signOutEverywhere } from "./devices.ts";
import { redeemReset } from "./redeem-reset.ts";
import { approveReset, askReset, endReset, listResets } from "./reset.ts";
import * as reset from "./reset-contract.ts";
import type { AccountsOfSamePerson } from "./same-person.ts";
import { bindSecondFactor, offerSecondFactor, sendOwnCode } from "./second-factor.ts";
import * as secondFactor from "./second-factor-contract.ts";
import {
  changePassword,
  makeRecoveryCodes,
  moveAuthenticator,
  offerAuthenticator,
  showSecurity,
} from "./security.ts";
import * as security from "./security-contract.ts";
import { signIn } from "./sign-in.ts";
import { sendCode, signInByCode } from "./sign-in-by-code.ts";
import { signInByWechat, takeWechatCode } from "./sign-in-by-wechat.ts";
import { unbindWechat } from "./wechat.ts";
import * as wechat from "./wechat-contract.ts";

/** Each of the three administrators has routes of their own, and none of another’s. */
const administration = (samePerson: AccountsOfSamePerson): readonly Route[] => [
  route(admin.listPosts, { may: ["system-admin", "security-admin"], run: listPosts }),
  route(admin.askPost, { may: ["system-admin"], run: askPost }),
  route(admin.endPost, { may: ["system-admin"], run: endPost }),
  route(admin.approvePost, {
    may: ["security-admin"],
    run: (act, asked) => approvePost(act, samePerson, asked),
  }),
  route(admin.unlock, { may: ["security-admin"], run: unlock }),
  route(admin.signOutAccount, { may: ["security-admin"], run: signOutAccount }),
  route(reset.listResets, { may: ["security-admin"], run: listResets }),
  route(reset.askReset, { may: ["security-admin"], run: askReset, callsAMinute: 20 }),
  route(reset.approveReset, { may: ["security-admin"], run: approveReset, callsAMinute: 20 }),
  route(reset.endReset, { may: ["security-admin"], run: endReset }),
];

/** What can be guessed at is counted by account as well: five wrong in a row lock it. */
const ownSecurity: readonly Route[] = [
  route(security.security, { may: "signed-in", run: showSecurity }),
  route(security.changePassword, { may: "signed-in", run: changePassword, callsAMinute: 10 }),
  route(security.offerAuthenticator, { may: "signed-in", run: offerAuthenticator }),
  route(security.moveAuthenticator, { may: "signed-in", run: moveAuthenticator, callsAMinute: 10 }),
  route(security.makeRecoveryCodes, { may: "signed-in", run: makeRecoveryCodes, callsAMinute: 10 }),
];

/** The doors of access, by who knows whose accounts are one person's. */
export const accessRoutes = (samePerson: AccountsOfSamePerson): readonly Route[] => [
  // A whole hall may come from one address: what is guessed is limited by account and by phone.
  route(contract.signIn, { may: "door", run: signIn, callsAMinute: 60, session: "opens" }),
  route(contract.sendCode, { may: "door", run: sendCode, callsAMinute: 600 }),
  route(contract.signInByCode, {
    may: "door",
    run: signInByCode,
    callsAMinute: 1_200,
    session: "opens",
  }),
  route(reset.redeemReset, { may: "door", run: redeemReset, callsAMinute: 60, session: "opens" }),
  route(wechat.takeWechatCode, { may: "door", run: takeWechatCode, callsAMinute: 120 }),
  route(contract.signInByWechat, {
    may: "door",
    run: signInByWechat,
    callsAMinute: 300,
    session: "opens",
  }),
  route(wechat.unbindWechat, { may: "signed-in", run: unbindWechat }),
  route(contract.signOut, { may: "signed-in", run: signOut, session: "ends" }),
  route(contract.signOutEverywhere, { may: "signed-in", run: signOutEverywhere, session: "ends" }),
  route(contract.devices, { may: "signed-in", run: listDevices }),
  route(contract.actThrough, { may: "signed-in", run: actThrough }),
  route(contract.actForSelf, { may: "signed-in", run: actForSelf }),
  route(secondFactor.offerSecondFactor, { may: "signed-in", run: offerSecondFactor }),
  route(secondFactor.sendOwnCode, { may: "signed-in", run: sendOwnCode, callsAMinute: 10 }),
  route(secondFactor.bindSecondFactor, {
    may: "signed-in",
    run: bindSecondFactor,
    callsAMinute: 20,
    session: "opens",
  }),
  ...ownSecurity,
  ...administration(samePerson),
];
