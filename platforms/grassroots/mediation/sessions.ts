// Sittings (调解会议): called with both sides told, reminded the day before, minutes and offers appended.
import type { Act } from "@niangjia/foundation/act";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { sendSms, tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import type { Sweep } from "@niangjia/foundation/worker";
import { findCase, openSecrets } from "@niangjia/registers/cases";
import type {
  callSession as callContract,
  callOff as callOffContract,
  minutes as minutesContract,
} from "./contract.ts";
import { disputeLink } from "./dispute-link.ts";
import { type DisputeRow, findDispute } from "./dispute-store.ts";
import { getHandled } from "./disputes.ts";
import { refusals } from "./refusals.ts";
import {
  callOffSession,
  findSession,
  insertMinutes,
  insertSession,
  type SessionRow,
  takeUnreminded,
} from "./session-store.ts";
import { disputeStates } from "./words.ts";

const clockOf = (at: Date): string =>
  at.toLocaleTimeString("zh-CN", {
    ...{ timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false },
  });

export const whenOf = ({ starts_at }: Pick<SessionRow, "starts_at">): string =>
  `${formatDay(dayOf(starts_at))} ${clockOf(starts_at)}`;

/** The employer's number as the applicant gave it, whole; the case keeps it sealed. */
async function employersPhone(act: Act, caseId: string): Promise<string | undefined> {
  const found = await asHouse(act, (house) => findCase(house, caseId));
  const phone = found && openSecrets(act.keys, found).contactPhone;
  return typeof phone === "string" ? phone : undefined;
}

interface Said {
  readonly title: string;
  readonly words: string;
}

/** The applicant and the mediator inside the system, the employer by short message where it gave a number. */
async function tellBoth(act: Act, dispute: DisputeRow, { title, words }: Said): Promise<void> {
  const { case_id, account_id, mediator_account, number } = dispute;
  const link = `/cases/${case_id}`;
  await tell(act, { accountId: account_id, title, body: words, link, urgent: true });
  if (mediator_account && mediator_account !== act.actor.accountId) {
    await tell(act, {
      accountId: mediator_account,
      ...{ title, body: words, link: disputeLink(case_id) },
    });
  }
  const phone = await employersPhone(act, case_id);
  if (phone) await sendSms(act, { phone, text: `${title}：${words}（办件 ${number}）` });
}

export async function callSession(
  act: Act,
  { params, body }: Asked<typeof callContract>,
): Promise<Answer<typeof callContract>> {
  const dispute = await getHandled(act, params.id);
  if (dispute.state !== "accepted") {
    throw refuse(refusals.notOpen, { words: { state: disputeStates[dispute.state] } });
  }
  const starts = new Date(body.startsAt);
  if (starts <= act.now) throw refuse(refusals.startsPast);
  const { case_id, org_path, person_id } = dispute;
  const session = {
    ...{ id: newId(act.now), case_id, org_path, person_id, starts_at: starts, place: body.place },
    ...{ called_at: act.now, called_by: act.actor.accountId! },
    ...{ called_off_at: null, called_off_why: null, reminded_at: null },
  };
  await asHouse(act, (house) => insertSession(house, session));
  const words = `${whenOf(session)}在${body.place}调解与“${dispute.respondent}”的劳动争议，请带身份证件和证据原件。`;
  await tellBoth(act, dispute, { title: "调解会议通知", words });
  return { id: session.id };
}

async function getSession(act: Act, id: string) {
  const session = await findSession(act, id);
  if (!session) throw refuse(refusals.sessionNotFound);
  return { session, dispute: await getHandled(act, session.case_id) };
}

export async function callOff(
  act: Act,
  { params, body }: Asked<typeof callOffContract>,
): Promise<Answer<typeof callOffContract>> {
  const { session, dispute } = await getSession(act, params.id);
  if (!(await asHouse(act, (house) => callOffSession(house, session.id, body.why)))) {
    throw refuse(refusals.calledOff);
  }
  const words = `原定 ${whenOf(session)}在${session.place}的调解会议取消：${body.why}。`;
  await tellBoth(act, dispute, { title: "调解会议取消", words });
  return { id: session.id };
}

export async function keepMinutes(
  act: Act,
  { params, body }: Asked<typeof minutesContract>,
): Promise<Answer<typeof minutesContract>> {
  const { session } = await getSession(act, params.id);
  if (session.called_off_at) throw refuse(refusals.calledOff);
  if (session.starts_at > act.now) throw refuse(refusals.notYetHeld);
  const { case_id, org_path } = session;
  const id = newId(act.now);
  await asHouse(act, (house) =>
    insertMinutes(house, {
      ...{ id, session_id: session.id, case_id, org_path, at: act.now, ...body },
      ...{ by_account: act.actor.accountId!, by_words: act.actor.name },
    }),
  );
  return { id };
}

const reminderHours = 24;

/** Both sides and the mediator are reminded once, within the day before. */
export const remindSweep: Sweep = {
  name: "mediation.session.remind",
  title: "提醒调解会议",
  cron: "0 * * * *",
  async run(step) {
    return step(async (house) => {
      const until = new Date(house.now.getTime() + reminderHours * 3_600_000);
      const sessions = await takeUnreminded(house, until);
      for (const session of sessions) {
        const dispute = await findDispute(house, session.case_id);
        if (!dispute) continue;
        const words = `${whenOf(session)}在${session.place}开调解会议，请准时到场。`;
        await tellBoth(house, dispute, { title: "调解会议提醒", words });
      }
      return { reminded: sessions.length };
    });
  },
};
