// The same person (同一个人): where two people are needed, two accounts of one are not enough.
import type { Act } from "../act.ts";

/**
 * Every account of the person of one, itself included. Asked as the house, of the member register:
 * only there two records are known to be one person's.
 */
export type AccountsOfSamePerson = (house: Act, accountId: string) => Promise<readonly string[]>;
