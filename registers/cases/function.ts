// A case function (办件事项): one value says who may apply, what is asked, who decides, and what it
// brings about.
import type { ParametersOn } from "@niangjia/engine/policy";
import type { Action, ActionKind, Definition, FactsOf, Form } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { RefusalKind } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import type { Union } from "../organisations/index.ts";
import type { RuledRoom } from "../rules/index.ts";

/** A form filled in and read: every value in its normal form. */
export type Facts = Readonly<Record<string, unknown>>;

/** An application, as checks see it. */
export interface Application<F = Facts> {
  readonly facts: F;
  /** The union it is filed at. */
  readonly union: Union;
  /** The person it is about, when it is about one. */
  readonly personId: string | null;
  readonly applicant: {
    readonly accountId: string;
    /** The applicant applies for themselves, and not staff for another. */
    readonly self: boolean;
  };
}

/** An application approved by all who had to, as its effect sees it. */
export interface Approved<F = Facts> extends Application<F> {
  readonly caseId: string;
  readonly number: string;
  /** Ids of the steps that nobody decided in time and the clock passed. */
  readonly lapsed: readonly string[];
}

/** What somebody is about to do to a filed case; the facts are those the action leaves. */
export interface Deed<F = Facts> extends Application<F> {
  readonly caseId: string;
  readonly action: Action;
  /**
   * At a task beside the step's own, such as one delegated or added: they say what they think, write
   * no field, and do not carry the step by it.
   */
  readonly beside: boolean;
}

/** A button at a step of a filed case. */
export interface At<F = Facts> {
  readonly kind: ActionKind;
  /** Id of the step. */
  readonly node: string | null;
  readonly facts: F;
}

/** Cases of a version move to the flow of today. */
export interface Migration {
  readonly from: number;
  /** What a step of that version is called now; the others kept their id. */
  readonly steps: Readonly<Record<string, string>>;
  /** Why, for the history of each case. */
  readonly because: string;
}

type Eventually<T> = T | Promise<T>;

/** Something a room keeps of a case after it was filed, in words for whoever opens the case. */
export interface CaseRecords {
  readonly title: string;
  readonly lines: readonly {
    readonly title: string;
    readonly words: string;
    /** What comes next, or what to mind. */
    readonly note: string | null;
  }[];
  /** What the applicant may hand in about it now. */
  readonly next: { readonly function: string; readonly title: string } | null;
}

interface Parts<F> {
  /** As in the catalogue, `room.function`. */
  readonly id: string;
  readonly title: string;
  /** What it is for, in one plain sentence of the worker's own, without a full stop. */
  readonly says: string;
  readonly may: readonly Role[];
  /** The worker's own words for it, to be found by. */
  readonly words?: readonly string[];
  readonly flow: Definition;
  /** Where terms of the flow that name a rule are looked up: the room's parameters. */
  readonly parameters?: ParametersOn;
  /** One more whenever the flow changes: cases stay on the flow they were filed on. */
  readonly version: number;
  /**
   * Running cases of earlier versions that go on under this one; without it they stay on their own.
   * Steps that are called otherwise now are named; local flows are left where they are.
   */
  readonly migrates?: readonly Migration[];
  /**
   * Further facts to be sealed, with how each is masked; names, phones and identity numbers always
   * are.
   */
  readonly sealed?: { readonly [K in keyof F]?: (value: string) => string };
  /** Id of the union concerned; without it, that of the form's field `union`. */
  readonly place?: (act: Act, facts: F) => Eventually<string>;
  /** Staff of a union may also hand it in for somebody at a union above their own. */
  readonly handsUp?: true;
  /** The person it is about, given who applies for themselves; without it, they. */
  readonly subject?: (act: Act, facts: F, self: string | null) => Eventually<string | null>;
  /**
   * It is about nobody and yet a member's own, as a proposal is: when the union goes, it is not
   * withdrawn with what was about the union, and goes on where the members went.
   */
  readonly goesAlong?: true;
  /** Short words for lists, without unmasked personal data. */
  readonly summary: (facts: F) => string;
  /** What a public notice of it says, without unmasked personal data; the summary when left out. */
  readonly notice?: (facts: F) => string;
  /** Of all cases of the function that give the same text, one may run at a time. */
  readonly oneRunningFor?: (act: Act, facts: F) => string;
  /** Functions of the same word share that rule: of all of them together one may run at a time. */
  readonly runsAmong?: string;
  /**
   * Refuses whoever would be refused whatever they fill in. Asked before the form is shown to those
   * who apply for themselves, and before `check`; only reads.
   */
  readonly opens?: (act: Act) => Promise<void>;
  /** Refuses what should not be filed; asked again when it is handed in again. */
  readonly check?: (act: Act, application: Application<F>) => Promise<void>;
  /**
   * What handing in brings about by itself, before anybody decides and in the same transaction;
   * again when it is handed in again. No later decision takes it back.
   */
  readonly filed?: (act: Act, application: Application<F>) => Promise<void>;
  /**
   * Refuses what the steps alone would let people do to a filed case, such as handing it to somebody
   * who may not have it, and may keep by what it was decided. Asked before the action is kept, and
   * of agreement only once what the form asks for at the step is filled in.
   */
  readonly allows?: (act: Act, deed: Deed<F>) => Promise<void>;
  /**
   * Why `allows` refuses something at a step whatever is written with it: its door is shown shut with
   * that reason. It reads the facts alone.
   */
  readonly shuts?: (at: At<F>) => RefusalKind | undefined;
  /**
   * What the applicant should know before filing, in whole sentences: it stands in nobody's way.
   * Asked only of what `check` lets pass.
   */
  readonly advise?: (act: Act, application: Application<F>) => Promise<readonly string[]>;
  /**
   * What an answer would replace, by field and in words with masks, for whoever decides: shown
   * beside the answer until the case has ended.
   */
  readonly replaces?: (
    act: Act,
    application: Pick<Application<F>, "facts" | "personId">,
  ) => Promise<Readonly<Record<string, string>>>;
  /**
   * What the room keeps of a case beside its steps, such as a journal: shown on the case's own page.
   * Read within the reach of whoever looks.
   */
  readonly records?: (act: Act, caseId: string) => Promise<readonly CaseRecords[]>;
  /**
   * What the function is for, in the transaction of the last approval and in the name of who gave
   * it. May refuse: the approval then is refused too. Answers what came of it, in words for the
   * applicant.
   */
  readonly effect: (act: Act, approved: Approved<F>) => Promise<string>;
}

export interface CaseFunction extends Parts<Facts> {
  readonly form: Form;
}

/** Refuses what should not be filed. What the house hands in for somebody, nobody opened a form for. */
export async function checkFiling(
  act: Act,
  { opens, check }: CaseFunction,
  application: Application,
): Promise<void> {
  if (application.applicant.self && act.actor.kind !== "system") await opens?.(act);
  await check?.(act, application);
}

/** Names a case function, checked against its own form. The register takes care of the rest. */
export function caseFunction<const F extends Form>(
  parts: Parts<FactsOf<F>> & { readonly form: F },
): CaseFunction {
  return parts as unknown as CaseFunction;
}

/** A room with case functions: they need no routes of their own. */
export interface CaseRoom extends RuledRoom {
  readonly cases?: readonly CaseFunction[];
}
