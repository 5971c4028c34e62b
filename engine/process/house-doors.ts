// Doors of the clock and the house (系统操作): what no person may command.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { type DoorKeeper, gone, taskAt } from "./knock.ts";
import { isReady } from "./reading.ts";
import { refusals } from "./refusals.ts";

export const houseOnly =
  (refusal: RefusalKind): DoorKeeper =>
  ({ state, caller }, { task: id }) => {
    if (caller.actor.kind !== "system") return refusal;
    const task = id === undefined ? undefined : state.tasks[id - 1];
    if (!task) return refusals.noSuchTask;
    return task.closed ? gone(task.closed) : undefined;
  };

/** A task; or, with none named, what waits for somebody who handed it in from a post to be mended. */
export const handedOver: DoorKeeper = (scene, knock) => {
  if (knock.task !== undefined) return houseOnly(refusals.onlyHouse)(scene, knock);
  if (scene.caller.actor.kind !== "system") return refusals.onlyHouse;
  const { status, applicant } = scene.state;
  const passes = status === "returned" && typeof applicant?.postId === "string";
  return passes ? undefined : refusals.noSuchTask;
};

export const late: DoorKeeper = (scene, knock) => {
  const { state, caller } = scene;
  if (caller.actor.kind !== "system") return refusals.onlyClock;
  const over = (alarm: string | null | undefined) =>
    alarm && caller.today > alarm ? undefined : refusals.notLate;
  if (knock.task !== undefined) {
    const shut = houseOnly(refusals.onlyClock)(scene, knock);
    return (
      shut ??
      (isReady(state, taskAt(scene, knock)) ? over(taskAt(scene, knock).alarm) : refusals.notLate)
    );
  }
  if (knock.token === undefined) return over(state.term?.alarm);
  const token = state.tokens[knock.token - 1];
  return token && token.until === null ? over(token.clock?.alarm) : refusals.notLate;
};

export const subOnly: DoorKeeper = ({ state, caller }, { token: id, key }) => {
  if (caller.actor.kind !== "system") return refusals.onlyHouse;
  const token = state.tokens[(id ?? 0) - 1];
  const sub = token?.subs?.find((one) => one.key === key);
  return token && token.until === null && sub && !sub.ended ? undefined : refusals.notWaiting;
};

export const house: DoorKeeper = ({ caller: { actor } }) =>
  actor.kind === "system" ? undefined : refusals.onlyHouse;

/** The house ends a case that nobody waits for any more. */
export const unlessHouse =
  (keeper: DoorKeeper): DoorKeeper =>
  (scene, knock) =>
    scene.caller.actor.kind === "system" ? undefined : keeper(scene, knock);
