// The founding list (首批会员): those who joined when the union was founded, as rows of the form, made ready to be enrolled.
import { idNumberField, personNameField, phoneField, textField } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { ageOn, dayOf } from "@niangjia/foundation/day";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { type Enrolment, enrol, type Outcome, type UnionPlace } from "@niangjia/registers/members";
import { factsOn } from "@niangjia/registers/organisations";

export const memberColumns = {
  name: personNameField("姓名"),
  idNumber: idNumberField("身份证号码"),
  phone: phoneField("手机号", { required: false }),
  occupation: textField("职业（工种）", { required: false, maxLength: 40 }),
};

export interface FoundingMember {
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string | undefined;
  readonly occupation?: string | undefined;
}

/** Nobody younger may be employed (劳动法 art 15). */
const leastAge = 16;

/** What is wrong with the list, row by row. */
export function memberFaults(act: Act, members: readonly FoundingMember[]): FieldFault[] {
  const today = dayOf(act.now);
  const numbers = members.map(({ idNumber }) => idNumber);
  return members.flatMap(({ idNumber }, nth): FieldFault[] => {
    const path = `members.${nth}.idNumber`;
    if (numbers.indexOf(idNumber) < nth) return [{ path, say: "这个号码在名单里出现了两次。" }];
    const read = readIdNumber(idNumber, { today, typed: true });
    if (!read.ok) return [{ path, say: read.say }];
    if (ageOn(read.value.birthDay, today) >= leastAge) return [];
    return [{ path, say: `年满 ${leastAge} 周岁才能加入工会。` }];
  });
}

const unsaid = {
  ...{ ethnicGroup: null, education: null, politicalStatus: null, skillGrade: null },
  ...{ employment: null, householdKind: null, household: null, nativePlace: null },
  ...{ gigOccupation: null, migrantWorker: null },
};

function enrolmentOf(act: Act, union: UnionPlace, employer: string | null) {
  const today = dayOf(act.now);
  return ({ name, idNumber, phone, occupation }: FoundingMember): Enrolment => {
    const read = readIdNumber(idNumber, { today, typed: true });
    if (!read.ok) throw new Error("numbers were read when the list was handed in");
    const { number, sex, birthDay } = read.value;
    const facts = {
      ...{ name, sex, birthDay, documentKind: "111", documentNumber: number, employer },
      ...{ phone: phone ?? null, occupation: occupation ?? null, ...unsaid },
    };
    return { union, facts, state: "active", joinedDay: today, change: "1", reason: null };
  };
}

/** Enrols the list at a union that lives now. Who is a member elsewhere stays there; answers what came of each. */
export async function enrolFounders(
  act: Act,
  { union, caseId }: { readonly union: UnionPlace; readonly caseId: string },
  members: readonly FoundingMember[],
): Promise<Outcome[]> {
  if (members.length === 0) return [];
  const { employer } = await factsOn(act, union.id, dayOf(act.now));
  const source = { kind: "case", id: caseId, byAccount: act.actor.accountId } as const;
  const name = employer === undefined ? null : String(employer.value);
  return enrol(act, source, members.map(enrolmentOf(act, union, name)));
}
