// The screens of a form (分步填写): a group each with what is wrong beside its field, and all of it read over at the end.
import { useState } from "react";
import type { Problem } from "../client/problem.ts";
import { scrollToTop } from "../device/scroll.ts";
import { Button, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { faultsOf } from "./checks.ts";
import { Control } from "./control.tsx";
import { type Facts, type Form, type Group, screenOf, screensOf } from "./form.ts";
import { FormPlaceIs } from "./form-place.ts";
import { Review } from "./review.tsx";
import type { Kept } from "./use-draft.ts";

type Labels = Readonly<Record<string, string>>;

interface FormScreensProps {
  readonly form: Form;
  readonly functionId: string;
  readonly caseId?: string;
  readonly facts: Facts;
  readonly labels: Labels;
  readonly screen: number;
  readonly kept?: Kept;
  /** What the last button does. */
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly advice?: readonly string[];
  readonly onChange: (part: { facts?: Facts; labels?: Labels; screen?: number }) => void;
  readonly onSubmit: () => void;
}

const keptWords = {
  house: "已保存",
  phone: "已存在手机里",
  nowhere: "手机存储已满，离开会丢失",
} as const;

export function FormScreens(props: FormScreensProps) {
  const { form, facts, problem, kept, onChange } = props;
  const screens = screensOf(form, facts);
  const at = Math.min(props.screen, screens.length);
  const go = (screen: number) => {
    onChange({ screen });
    scrollToTop();
  };
  const group = screens[at];
  return (
    <FormPlaceIs value={{ functionId: props.functionId, caseId: props.caseId, facts }}>
      <Progress at={at} count={screens.length + 1} kept={kept} />
      {problem ? <Refused problem={problem} screens={screens} onGo={go} /> : null}
      {group ? (
        <Screen key={at} group={group} first={at === 0} onGo={(step) => go(at + step)} {...props} />
      ) : (
        <Review {...props} screens={screens} onEdit={go} onBack={() => go(at - 1)} />
      )}
    </FormPlaceIs>
  );
}

interface ProgressProps {
  readonly at: number;
  readonly count: number;
  readonly kept: Kept;
}

function Progress({ at, count, kept }: ProgressProps) {
  return (
    <Part className="progress">
      <Part className="progress-words">
        <Part as="span">
          第 {at + 1} 步，共 {count} 步
        </Part>
        <Part as="span" role="status">
          {kept ? keptWords[kept] : ""}
        </Part>
      </Part>
      <Part className="progress-bar" silent>
        <Part className="progress-done" style={{ width: `${((at + 1) / count) * 100}%` }} />
      </Part>
    </Part>
  );
}

interface ScreenProps extends FormScreensProps {
  readonly group: Group;
  readonly first: boolean;
  readonly onGo: (step: 1 | -1) => void;
}

function Screen({ group, first, facts, labels, problem, onChange, onGo }: ScreenProps) {
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(
    () => new Map(problem?.faults.map(({ path, say }) => [path, say])),
  );
  const judge = (name: string, value: unknown) => {
    const fields = group.fields.filter((one) => one.name === name);
    const others = [...said].filter(([path]) => path.split(".")[0] !== name);
    setSaid(new Map([...others, ...faultsOf({ fields }, { [name]: value }, new Date())]));
  };
  const wasFaulty = (name: string) => [...said.keys()].some((path) => path.split(".")[0] === name);
  const forward = () => {
    const faults = faultsOf(group, facts, new Date());
    setSaid(faults);
    if (faults.size === 0) onGo(1);
  };
  return (
    <>
      <Part as="section" className="card form" label={group.title}>
        {group.title ? (
          <Part as="h2" className="card-title">
            {group.title}
          </Part>
        ) : null}
        {group.help ? (
          <Part as="p" className="help">
            {group.help}
          </Part>
        ) : null}
        {group.fields.map((field) => (
          <Control
            key={field.name}
            field={field}
            value={facts[field.name]}
            label={labels[field.name]}
            fault={said.get(field.name)}
            faults={said}
            onValue={(value, label) => {
              const named = label ? { labels: { ...labels, [field.name]: label } } : {};
              onChange({ facts: { ...facts, [field.name]: value }, ...named });
              // A field once found wrong is judged again at every key; others when they are left.
              if (wasFaulty(field.name)) judge(field.name, value);
            }}
            onLeave={() => {
              const leaves = field.kind !== "rows" || wasFaulty(field.name);
              if (leaves && facts[field.name]) judge(field.name, facts[field.name]);
            }}
          />
        ))}
      </Part>
      {said.size > 0 ? (
        <Part as="p" className="fault foot-fault" role="status">
          还有 {said.size} 处要改
        </Part>
      ) : null}
      <Part className="thumb">
        {first ? null : <Button onPress={() => onGo(-1)}>上一步</Button>}
        <Button kind="main" onPress={forward}>
          下一步
        </Button>
      </Part>
    </>
  );
}

interface RefusedProps {
  readonly problem: Problem;
  readonly screens: readonly Group[];
  readonly onGo: (screen: number) => void;
}

/** What the house turned down, and the way to the first field it named. */
function Refused({ problem, screens, onGo }: RefusedProps) {
  const names = problem.faults.map(({ path }) => path);
  return (
    <>
      <Trouble problem={problem} />
      {problem.faults.map(({ path, say }) => (
        <Part as="p" key={path} className="fault">
          {say}
        </Part>
      ))}
      {names.length > 0 ? (
        <Button onPress={() => onGo(screenOf(screens, names))}>去修改</Button>
      ) : null}
    </>
  );
}
