// Bringing running cases to the flow of today (转入新流程): the map step by step, what it would do, the order, its course.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { paths } from "../../paths.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FlowPicture } from "../../ui/flow/flow-picture.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Section } from "../../ui/section.tsx";
import { LinesSkeleton, PageSkeleton } from "../../ui/skeletons.tsx";
import { countWords } from "../../ui/words.ts";
import { CheckedMoves } from "./checked-moves.tsx";
import styles from "./flows.module.css";
import { MoveHistory } from "./move-history.tsx";
import {
  type Checked,
  type Chosen,
  checkQuery,
  type Maps,
  type Moves,
  mapsOf,
  movesQuery,
  sameNames,
  useOrderMove,
} from "./moves.ts";
import { StepMap } from "./step-map.tsx";

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(movesQuery(id));
  const back = <TextLink to={paths.flows()}>本地流程</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  const { title, unionName, flowTitle, stages, groups, moves } = data;
  const runs = moves.some(({ ended }) => ended === null);
  return (
    <>
      <PageHead
        back={back}
        title={`${title}：在办件转入新流程`}
        sentence={`${unionName}及以下工会的在办件。先对好旧步骤和新步骤，核对后一件一件转；转不过去的留在原来的流程上，不受影响。`}
      />
      <Section title={`今天的流程：${flowTitle}`}>
        <FlowPicture stages={stages} title={flowTitle} plain />
      </Section>
      {runs || groups.length === 0 ? null : (
        <Mapping key={groups.map((group) => group.title).join()} moves={data} />
      )}
      {groups.length === 0 ? (
        <Section>
          <Empty sentence="没有按旧流程在办的办件。" hint="在办件都已按今天的流程办理。" />
        </Section>
      ) : null}
      <MoveHistory moves={moves} />
    </>
  );
}

function Mapping({ moves }: { readonly moves: Moves }) {
  const { id, groups, choices, total, looked } = moves;
  const [chosen, setChosen] = useState<Chosen>(() => sameNames(groups));
  const maps = mapsOf(groups, chosen);
  const { data, error, isFetching, refetch } = useQuery(checkQuery(id, maps));
  if (!data && !error) return <LinesSkeleton count={6} />;
  return (
    <>
      {groups.map((group) => (
        <StepMap
          key={group.title}
          group={group}
          choices={choices}
          chosen={chosen}
          faults={data?.faults ?? []}
          onChoose={(key, to) => setChosen({ ...chosen, [key]: to })}
        />
      ))}
      <Section
        title="核对"
        sentence={
          total > looked
            ? `一共 ${countWords(total)} 件，先核对前 ${countWords(looked)} 件；转入时每一件都会再核对。`
            : "转入时每一件都会再核对一次。"
        }
      >
        {error ? <ErrorSentence problem={error} onRetry={refetch} /> : null}
        {data ? <CheckedMoves checked={data} /> : null}
        {data ? <OrderBox id={id} maps={maps} checked={data} waits={isFetching} /> : null}
      </Section>
    </>
  );
}

interface OrderProps {
  readonly id: string;
  readonly maps: Maps;
  readonly checked: Checked;
  readonly waits: boolean;
}

const shortest = 2;

function OrderBox({ id, maps, checked, waits }: OrderProps) {
  const [because, setBecause] = useState("");
  const field = useId();
  const confirm = useConfirm();
  const order = useOrderMove(id);
  const { moves: count, staying } = checked;
  const ask = () =>
    confirm({
      title: `把 ${countWords(count)} 件在办件转入新流程？`,
      effects: [
        "停在哪一步，就从新流程对应的那一步接着办；已经办过的步骤算数。",
        ...(staying > 0 ? [`转不过去的 ${countWords(staying)} 件留在原来的流程上。`] : []),
        "办理记录写明是您安排的和原因，不能撤回。",
      ],
      verb: `转入 ${countWords(count)} 件`,
      run: () => order.mutateAsync({ maps, because: because.trim() }),
    }).catch(() => undefined);
  return (
    <>
      {order.error ? <ErrorSentence problem={order.error} /> : null}
      <div className={styles.propose}>
        <label htmlFor={field}>原因</label>
        <Input
          id={field}
          className={styles.because}
          placeholder="如：省里修订了流程"
          maxLength={100}
          value={because}
          onChange={({ target }) => setBecause(target.value)}
        />
        <Button
          type="primary"
          disabled={count === 0 || waits || because.trim().length < shortest}
          loading={order.isPending}
          onClick={ask}
        >
          转入 {countWords(count)} 件
        </Button>
      </div>
    </>
  );
}
