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
import { actThrough, listDevices, signOut, signOutEverywhere } from "./devices.ts";
import { bindSecondFactor, offerSecondFactor, sendOwnCode } from "./second-factor.ts";
import * as secondFactor from "./second-factor-contract.ts";
import { signIn } from "./sign-in.ts";
import { sendCode, signInByCode } from "./sign-in-by-code.ts";
import { signInByWechat, takeWechatCode } from "./sign-in-by-wechat.ts";
import { unbindWechat } from "./wechat.ts";
import * as wechat from "./wechat-contract.ts";

/** Each of the three administrators has routes of their own, and none of another’s. */
const administration: readonly Route[] = [
  route(admin.listPosts, { may: ["system-admin", "security-admin"], run: listPosts }),
  route(admin.askPost, { may: ["system-admin"], run: askPost }),
  route(admin.endPost, { may: ["system-admin"], run: endPost }),
  route(admin.approvePost, { may: ["security-admin"], run: approvePost }),
  route(admin.unlock, { may: ["security-admin"], run: unlock }),
  route(admin.signOutAccount, { may: ["security-admin"], run: signOutAccount }),
];

export const accessRoutes: readonly Route[] = [
  // A whole hall may come from one address: what is guessed is limited by account and by phone.
  route(contract.signIn, { may: "door", run: signIn, callsAMinute: 60, session: "opens" }),
  route(contract.sendCode, { may: "door", run: sendCode, callsAMinute: 600 }),
  route(contract.signInByCode, {
    may: "door",
    run: signInByCode,
    callsAMinute: 1_200,
    session: "opens",
  }),
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
  route(secondFactor.offerSecondFactor, { may: "signed-in", run: offerSecondFactor }),
  route(secondFactor.sendOwnCode, { may: "signed-in", run: sendOwnCode, callsAMinute: 10 }),
  route(secondFactor.bindSecondFactor, {
    may: "signed-in",
    run: bindSecondFactor,
    callsAMinute: 20,
    session: "opens",
  }),
  ...administration,
];
