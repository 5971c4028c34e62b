// Moves (办理动作): what each command changes. Nothing here asks whether it may; the doors have.
import { asAnothers } from "./apart.ts";
import { armsAhead, pendingFields } from "./arms-ahead.ts";
import { comeBack, sendBack, takeBack, toApplicant, waitingForApplicant } from "./back.ts";
import { lapse } from "./clock.ts";
import {
  askedOf,
  carried,
  goOn,
  isChosenLater,
  nobodyAt,
  release,
  settle,
  subEnded,
} from "./course.ts";
import {
  type Arm,
  type BranchNode,
  type DecisionNode,
  type FlowNode,
  isDecision,
  isWait,
  nodeOf,
  type WaitNode,
} from "./definition.ts";
import { add, claim, handTo, partiesFor, partyFor, passOn, putBack, remove } from "./hand.ts";
import { migrate } from "./migrate.ts";
import type { Command } from "./outcome.ts";
import { family } from "./reading.ts";
import { recount } from "./recount.ts";
import { refusals } from "./refusals.ts";
import { seatOf } from "./seats.ts";
import { identities, type Task } from "./state.ts";
import { prolonged } from "./time.ts";
import type { Faulty, Move, Moved, Work } from "./work.ts";

export function moveOf(work: Work, command: Command): Moved {
  switch (command.kind) {
    case "submit":
    case "resubmit":
      return after(handIn(work), { kind: command.kind });
    case "withdraw":
      work.end("withdrawn");
      return { kind: "withdraw" };
    case "urge":
      return { kind: "urge" };
    case "object":
      return object(work, command);
    case "answer":
      return answer(work, command);
    case "read":
      return read(work, command.copy);
    case "sub-ended": {
      const { token, key, status } = command;
      const ended = { ...work.token(token).subs!.find((sub) => sub.key === key)!, ended: status };
      const { node } = work.token(token);
      return after(subEnded(work, work.token(token), ended), { kind: "sub-ended", node });
    }
    case "lapse":
      return lapse(work, command);
    case "recount":
      return recount(work) ? { kind: "recount" } : refusals.countedRight;
    case "migrate":
      return after(migrate(work, command.nodes), { kind: "migrate" });
    default:
      if (command.task === undefined) return passOn(work, command.to);
      return onTask(work, work.tasks[command.task - 1]!, command);
  }
}

const after = (fault: Faulty, move: Move): Moved => fault ?? move;

type OnTask = Exclude<Extract<Command, { readonly task: number }>, { kind: "lapse" }>;

function onTask(work: Work, task: Task, command: OnTask): Moved {
  const { id, node, token } = task;
  const move = { kind: command.kind, task: id, node };
  switch (command.kind) {
    case "agree":
      work.close(id, "agree");
      return after(settle(work, token), move);
    case "abstain":
    case "reject":
      work.close(id, command.kind);
      release(work, task);
      if (command.kind === "reject" && !isVote(work, task)) work.end("rejected");
      return after(settle(work, token), move);
    case "fulfil":
      return after(fulfil(work, task), move);
    case "return":
      return giveBack(work, task, command);
    case "claim":
      claim(work, task);
      return move;
    case "put-back":
      putBack(work, task);
      return move;
    case "transfer":
    case "hand-over": {
      if (command.to === undefined) {
        putBack(work, task);
        return move;
      }
      const party = partyFor(work.env, asAnothers(work, task), command.to);
      if ("code" in party) return party;
      return after(handTo(work, task, party, command.kind), { ...move, parties: [party] });
    }
    case "delegate":
    case "add-sign": {
      const posts = "posts" in command ? command.posts : [command.to];
      const parties = partiesFor(work.env, asAnothers(work, task), posts);
      if ("code" in parties) return parties;
      const how = command.kind === "delegate" ? "delegate" : command.when;
      const words = command.opinion ?? "";
      return after(add(work, task, parties, { how, words }), { ...move, parties });
    }
    case "remove-sign":
      return after(remove(work, task), move);
    case "take-back":
      takeBack(work, task);
      return move;
    case "extend": {
      work.setTask(id, { ...prolonged(task, work.env, command.workdays), extended: true });
      return move;
    }
    case "ask":
      return ask(work, task, command);
    case "copy": {
      const parties = partiesFor(work.env, { ...task, excluded: [] }, command.posts);
      if ("code" in parties) return parties;
      work.tell(parties.map((to) => ({ role: to.role, orgPath: to.orgPath, to })));
      return { ...move, parties };
    }
  }
}

/** A decision goes on as if all had agreed; of a notice only the objection is settled. */
function fulfil(work: Work, { id, node, token }: Task): Faulty {
  work.close(id, "fulfil");
  const decision = isDecision(nodeOf(work.definition, node));
  for (const one of decision ? work.asked(token) : family(work, id)) {
    if (!one.closed) work.close(one.id, "released");
  }
  return decision ? carried(work, work.token(token)) : undefined;
}

const isVote = (work: Work, { node, beside }: Task): boolean => {
  const asking = nodeOf(work.definition, node);
  return !beside && isDecision(asking) && asking.signers.sign === "votes";
};

/** Begins at the first step, or straight where the case was returned from. */
function handIn(work: Work): Faulty {
  work.status = "running";
  if (waitingForApplicant(work).length > 0) return comeBack(work);
  const deadEnd = surely(work, work.definition.nodes).find((node) =>
    isDecision(node)
      ? !node.signers.of.some(isChosenLater) && !askedOf(work, node)
      : node.objections && !seatOf(node.objections, work.env.unions),
  );
  return deadEnd ? nobodyAt(deadEnd) : goOn(work, work.definition.nodes, {});
}

/** The steps that ask somebody a case will come to, whatever its handlers write on the way. */
const surely = (work: Work, nodes: readonly FlowNode[]): (DecisionNode | WaitNode)[] =>
  nodes.flatMap((node) => {
    if (node.kind === "branch")
      return sureArms(work, node).flatMap((arm) => surely(work, arm.nodes));
    return isDecision(node) || isWait(node) ? [node] : [];
  });

function sureArms(work: Work, node: BranchNode): Arm[] {
  const ahead = armsAhead(node, work.env.facts ?? {}, pendingFields(work.definition, work, {}));
  return node.arms.filter(({ id }) => ahead.get(id) === "taken");
}

function giveBack(work: Work, task: Task, command: Extract<Command, { kind: "return" }>): Moved {
  const { to, afterwards = "on" } = command;
  const move: Move = { kind: "return", task: task.id, node: task.node, to };
  // Whoever returns it is asked again when it comes straight back; an objection is dealt with by
  // it.
  if (afterwards === "on" || task.beside?.how === "objection") {
    work.close(task.id, "return");
    release(work, task);
  }
  if (to === undefined) {
    toApplicant(work, afterwards);
    return move;
  }
  return after(sendBack(work, task, { to, afterwards }), move);
}

function object(work: Work, { token, opinion }: Extract<Command, { kind: "object" }>): Moved {
  const visit = work.token(token);
  const node = nodeOf(work.definition, visit.node);
  const barred = [...work.parties, ...identities(work.by)];
  const seat = isWait(node) && node.objections && seatOf(node.objections, work.env.unions, barred);
  if (!seat) return refusals.noObjections;
  work.ask({
    ...{ ...seat, token, node: node.id, excluded: work.parties },
    beside: { how: "objection", task: 0, by: work.by, words: opinion },
  });
  return { kind: "object", node: node.id };
}

function ask(work: Work, task: Task, command: Extract<Command, { kind: "ask" }>): Moved {
  const { to, opinion: words } = command;
  const party = to === undefined ? null : partyFor(work.env, { ...task, excluded: [] }, to);
  if (party && "code" in party) return party;
  const { by: from, at } = work;
  const id = work.questions.length + 1;
  work.questions.push({ id, task: task.id, from, to: party, words, at });
  return {
    ...{ kind: "ask", task: task.id, node: task.node },
    ...(party && { parties: [party] }),
  };
}

function answer(work: Work, command: Extract<Command, { kind: "answer" }>): Moved {
  const { question: id, opinion: words } = command;
  const question = work.questions[id - 1]!;
  work.questions[id - 1] = { ...question, answer: { at: work.at, by: work.by, words } };
  const task = work.tasks[question.task - 1]!;
  return { kind: "answer", task: task.id, node: task.node };
}

function read(work: Work, id: number): Move {
  work.copies[id - 1] = { ...work.copies[id - 1]!, read: { at: work.at, by: work.by } };
  return { kind: "read" };
}
