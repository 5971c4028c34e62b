// Days of a certificate (法人证书有效期): as long as the term of office, also where that was put off, but then by so many
// months at most (基层工会法人登记管理办法, 总工办发〔2020〕20号, art 26–27).
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, addCalendarMonths, type Day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { getUnion, type Term, terms, type Union } from "@niangjia/registers/organisations";
import { parametersOn } from "./parameters.ts";
import { insertCertificate, newestCertificate } from "./store.ts";

type Place = Pick<Union, "division">;

/** The last day of a certificate of this term. */
export function certificateEnd(
  { toDay, extendedTo }: Pick<Term, "toDay" | "extendedTo">,
  { division }: Place,
): Day {
  if (extendedTo === null) return toDay;
  const { certificateExtensionMonths } = parametersOn(toDay, division);
  const latest = addCalendarMonths(toDay, certificateExtensionMonths.value);
  return extendedTo < latest ? extendedTo : latest;
}

/** The day from which its renewal may be asked for. */
export function renewFrom(toDay: Day, { division }: Place): Day {
  const { certificateRenewalWindow } = parametersOn(toDay, division);
  return addCalendarDays(toDay, 1 - certificateRenewalWindow.value.days);
}

/**
 * The certificate of a term that was put off holds longer: a line of its own with the same number, so that what was
 * issued stays on record. Run twice it leaves one.
 */
export async function prolong(
  house: Act,
  { unionId, caseId }: { readonly unionId: string; readonly caseId: string },
): Promise<void> {
  const [term] = await terms(house, unionId);
  const held = await newestCertificate(house, unionId);
  if (!term || !held || held.to_day !== term.toDay) return;
  const union = await getUnion(house, unionId);
  const toDay = certificateEnd(term, union);
  if (toDay <= held.to_day) return;
  await insertCertificate(house, {
    ...{ id: newId(house.now), union_id: unionId, org_path: union.path, number: held.number },
    ...{ office: held.office, legal_person: held.legal_person, issued_day: held.issued_day },
    ...{ to_day: toDay, renew_from_day: renewFrom(toDay, union), case_id: caseId, at: house.now },
  });
}
