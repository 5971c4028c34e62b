// A founding under way (筹建工会): what the steps after the application ask of it, and who may take them.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { refuse } from "@niangjia/foundation/refusal";
import type { Application } from "@niangjia/registers/cases";
import type { Union } from "@niangjia/registers/organisations";
import { refusals } from "./refusals.ts";
import { type FoundingRow, findFounding } from "./store.ts";

/** Who may take a step of founding: staff of the union above, or whoever applied for it. */
export const founders = ["worker", "member", "officer", "chair", "cadre"] as const;

/** The founding of a union; refuses one that was not founded here. */
export async function foundingOf(act: Act, { id, name }: Union): Promise<FoundingRow> {
  const founding = await asHouse(act, (house) => findFounding(house, id));
  if (!founding) throw refuse(refusals.notPrepared, { words: { name } });
  return founding;
}

/** As `foundingOf`, for whoever applied for it or is staff above it; refuses anybody else. */
export async function getFounding(
  act: Act,
  { union, applicant }: Pick<Application, "union" | "applicant">,
): Promise<FoundingRow> {
  const founding = await foundingOf(act, union);
  if (applicant.self && founding.contact_account !== applicant.accountId) {
    throw refuse(refusals.notContact);
  }
  return founding;
}
