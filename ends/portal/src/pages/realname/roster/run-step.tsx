// Running (导入中): rows done, pace and time left; it can be stopped, and the page may be left.
import { useConfirm } from "../../../ui/confirm.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { ProgressPanel } from "../../../ui/progress-panel.tsx";
import { countWords } from "../../../ui/words.ts";
import { useStop } from "./commands.ts";
import { countsOf } from "./counts.ts";
import type { Import } from "./imports.ts";

export function RunStep({ roster }: { readonly roster: Import }) {
  const stop = useStop(roster.id);
  const confirm = useConfirm();
  const { rowsRead, rowsTotal, enrolled, rowsASecond, secondsLeft } = roster;
  const ask = () =>
    confirm({
      title: "停止导入？",
      effects: [
        `已入库的 ${countWords(enrolled)} 人保留，他们已是会员。`,
        `其余约 ${countWords(Math.max(0, rowsTotal - rowsRead))} 行不再导入；以后可以从停下的地方继续。`,
      ],
      verb: "停止导入",
      cancel: "继续导入",
      run: () => stop.mutateAsync(undefined),
    }).catch(() => undefined);
  return (
    <>
      <ProgressPanel
        title={`正在导入 ${roster.fileName}`}
        state={stop.isPending ? "stopping" : roster.state === "running" ? "running" : "waiting"}
        done={rowsRead}
        total={rowsTotal}
        unit="行"
        perSecond={rowsASecond ?? undefined}
        secondsLeft={secondsLeft ?? undefined}
        counts={countsOf(roster)}
        note="可以离开或关掉这一页，导入会继续；完成后在通知里告诉您。"
        onCancel={roster.can.cancel ? ask : undefined}
      />
      {stop.error ? <ErrorSentence problem={stop.error} /> : null}
    </>
  );
}
