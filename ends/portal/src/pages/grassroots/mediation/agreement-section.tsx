// The agreement of a dispute (调解协议): its terms, the money really received, the court's confirmation.
import { Button, Table } from "antd";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { Money } from "../../../ui/money.tsx";
import { Facts, Section } from "../../../ui/section.tsx";
import styles from "./mediation.module.css";
import { agreementFile, type WholeDispute } from "./mediation.ts";
import type { Panel } from "./panels.tsx";

const scroll = { x: "max-content" } as const;

interface SectionProps {
  readonly dispute: WholeDispute;
  readonly onPanel: (panel: Panel) => void;
}

export function AgreementSection({ dispute, onPanel }: SectionProps) {
  const { agreement, recoveries, recoveredFen, mayHandle, deliveries, id } = dispute;
  if (!agreement) {
    return (
      <Section title="调解协议">
        <p className={styles.none}>还没有签成调解协议；双方签字、盖章以后出现在这里。</p>
      </Section>
    );
  }
  const confirmed = deliveries.some(({ kind }) => kind === "confirmation");
  return (
    <Section
      title="调解协议"
      actions={
        <Button icon={<DownloadOutlined />} href={agreementFile(id)} download>
          协议书
        </Button>
      }
    >
      <Facts
        facts={[
          { title: "生效日期", value: agreement.effectiveDay },
          { title: "协议金额", value: <Money fen={agreement.totalFen} /> },
          { title: "已追回", value: <Money fen={recoveredFen} /> },
          { title: "单位签字人", value: agreement.signer },
          { title: "调解员", value: agreement.mediator },
          {
            title: "司法确认",
            value: `${agreement.confirmUntilDay} 前双方可以共同申请：${agreement.confirmBasis}`,
            wide: true,
          },
        ]}
      />
      <Table
        className={styles.terms ?? ""}
        size="small"
        pagination={false}
        scroll={scroll}
        rowKey={({ what }) => what}
        dataSource={[...agreement.terms]}
        columns={[
          { key: "what", title: "履行内容", dataIndex: "what" },
          {
            ...{ key: "amount", title: "金额", align: "right" as const },
            render: (_, { amountFen }) => <Money fen={amountFen} />,
          },
          { key: "by", title: "履行期限", dataIndex: "payByDay" },
          { key: "manner", title: "履行方式", dataIndex: "manner" },
        ]}
      />
      {recoveries.length > 0 ? (
        <Facts
          title="收款记录"
          facts={recoveries.map(({ id: one, day, amountFen, how }, nth) => ({
            title: `${nth + 1}．${day}`,
            value: (
              <span key={one}>
                <Money fen={amountFen} /> {how}
              </span>
            ),
          }))}
        />
      ) : null}
      {mayHandle ? (
        <div className={styles.doors}>
          <Button
            disabled={recoveredFen >= agreement.totalFen}
            onClick={() => onPanel({ kind: "recovery" })}
          >
            记一笔收款
          </Button>
          {confirmed ? null : (
            <Button onClick={() => onPanel({ kind: "confirmation" })}>送法院司法确认</Button>
          )}
        </div>
      ) : null}
    </Section>
  );
}
