// Route (接口): contract × permission × use case. Everything a request passes on its way is decided from this value.
import type { Act } from "../act.ts";
import type { Role } from "../roles.ts";
import type { Answer, Asked, Contract } from "./contract.ts";

/**
 * Who may call: only the named roles, `signed-in` through any post or none, `anyone` with or without signing in.
 * `door` is anyone too, and acts as the door whoever asks: signing in must not depend on who was signed in.
 */
export type May = "door" | "anyone" | "signed-in" | readonly Role[];

export interface RouteOptions<C extends Contract> {
  readonly may: May;
  readonly run: (act: Act, asked: Asked<C>) => Promise<Answer<C>>;
  /** Calls a minute for one account (or address, before signing in); the house's limit otherwise. */
  readonly callsAMinute?: number;
  /** `opens`: the answer's `token` becomes the browser's session; `ends`: the browser forgets it. */
  readonly session?: "opens" | "ends";
}

export interface Route {
  readonly contract: Contract;
  readonly may: May;
  readonly run: (act: Act, asked: Asked<Contract>) => Promise<unknown>;
  readonly callsAMinute?: number;
  readonly session?: "opens" | "ends";
}

export function route<const C extends Contract>(contract: C, options: RouteOptions<C>): Route {
  const run = options.run as (act: Act, asked: Asked<Contract>) => Promise<unknown>;
  return { ...options, contract, run };
}

export const isCommand = (contract: Contract): boolean => contract.method !== "GET";
