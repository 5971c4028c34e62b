// Knocking (叩门): a case as somebody stands before it, and as much of a command as a door must know.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import type { CommandKind } from "./contract.ts";
import type { Definition } from "./definition.ts";
import type { Command } from "./outcome.ts";
import type { Caller } from "./reach.ts";
import { refusals, worded } from "./refusals.ts";
import type { CaseState, Closing, Task } from "./state.ts";

/** A case as somebody stands before it. */
export interface Scene {
  readonly definition: Definition;
  readonly state: CaseState;
  readonly caller: Caller;
}

/** A command, or as much of it as a door must know. */
export type Knock = { readonly kind: CommandKind } & Partial<
  Pick<Extract<Command, { kind: "agree" }>, "task" | "facts"> &
    Pick<Extract<Command, { kind: "object" }>, "token"> &
    Pick<Extract<Command, { kind: "answer" }>, "question"> &
    Pick<Extract<Command, { kind: "read" }>, "copy"> &
    Pick<Extract<Command, { kind: "extend" }>, "workdays"> & {
      readonly key: number;
      readonly opinion: string;
    }
>;

/** Why it stays shut, or undefined when it opens. */
export type DoorKeeper = (scene: Scene, knock: Knock) => RefusalKind | undefined;

/** Once it is known that there is one. */
export const taskAt = ({ state }: Scene, { task }: Knock): Task => state.tasks[task! - 1]!;

export const gone = ({ by }: Closing) => worded(refusals.taskClosed, { who: by.words });
