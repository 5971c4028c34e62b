// A disclosed item beside its list (公开事项详情): words, papers, how many read it, and withdrawing it.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { countWords } from "../../../ui/words.ts";
import { disclosedFile, disclosureQuery, disclosureTones, useWithdraw } from "./proposals.ts";

interface DisclosurePanelProps extends PanelWays {
  readonly id: string | undefined;
}

export function DisclosurePanel({ id, ...ways }: DisclosurePanelProps) {
  const query = useQuery({ ...disclosureQuery(id ?? ""), enabled: id !== undefined });
  const { data } = query;
  return (
    <SidePanel
      open={id !== undefined}
      title={data?.title ?? "公开事项"}
      subtitle={
        data ? (
          <StatusTag tone={disclosureTones[data.state]}>{data.stateName}</StatusTag>
        ) : undefined
      }
      loading={!data}
      problem={data ? undefined : query.error}
      onRetry={query.refetch}
      actions={data && data.state !== "withdrawn" ? <Withdraw id={data.id} /> : null}
      {...ways}
    >
      {data ? (
        <Facts
          facts={[
            { title: "类别", value: data.kindName },
            { title: "公开日期", value: data.fromDay },
            { title: "工会", value: data.union.name },
            {
              title: "看过的会员",
              value: `${countWords(data.seen ?? 0)} 人，共 ${countWords(data.members ?? 0)} 人`,
            },
            ...(data.withdrawnWhy
              ? [{ title: "撤回的原因", value: data.withdrawnWhy, wide: true }]
              : []),
            { title: "内容", value: data.words, wide: true },
            {
              title: "附件",
              wide: true,
              value:
                data.files.length === 0
                  ? null
                  : data.files.map(({ id: file, name }) => (
                      <div key={file}>
                        <a href={disclosedFile(data.id, file)} download>
                          {name}
                        </a>
                      </div>
                    )),
            },
          ]}
        />
      ) : null}
    </SidePanel>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const withdraw = useWithdraw(id);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: "撤回这个公开事项？",
      effects: ["会员仍看得到标题、内容和撤回的原因。", "附件不再能下载。"],
      verb: "撤回",
      note: { title: "撤回的原因", required: true },
      run: (why) => withdraw.mutateAsync(why),
    });
  return <Button onClick={ask}>撤回</Button>;
}
