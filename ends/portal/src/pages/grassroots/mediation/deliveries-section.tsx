// Files handed on (卷宗移送): to whom, what was in them, the receipt.
import { Button, Space } from "antd";
import { Moment } from "../../../ui/day.tsx";
import { Facts, Section } from "../../../ui/section.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import styles from "./mediation.module.css";
import { deliveredFile, type WholeDispute } from "./mediation.ts";
import type { Panel } from "./panels.tsx";

interface SectionProps {
  readonly dispute: WholeDispute;
  readonly onPanel: (panel: Panel) => void;
}

type Delivery = WholeDispute["deliveries"][number];

function DeliveryTag({ delivery: { receipt, voidedAt } }: { readonly delivery: Delivery }) {
  if (voidedAt) return <StatusTag tone="off">已作废</StatusTag>;
  return receipt ? (
    <StatusTag tone="done">已有回执</StatusTag>
  ) : (
    <StatusTag tone="wait">等待回执</StatusTag>
  );
}

export function DeliveriesSection({ dispute, onPanel }: SectionProps) {
  const { deliveries, mayHandle, state } = dispute;
  const referable = mayHandle && !["filed", "returned", "withdrawn"].includes(state);
  return (
    <Section
      title="移送记录"
      actions={
        referable ? (
          <Button onClick={() => onPanel({ kind: "refer" })}>移送仲裁或者法院</Button>
        ) : null
      }
    >
      {deliveries.length === 0 ? <p className={styles.none}>还没有移送过。</p> : null}
      {deliveries.map((one) => (
        <article key={one.id} className={styles.sitting}>
          <header className={styles.sittingHead}>
            <b>
              {one.kindName}：{one.partner}
            </b>
            <DeliveryTag delivery={one} />
            {mayHandle && !one.receipt && !one.voidedAt ? (
              <Button size="small" onClick={() => onPanel({ kind: "receipt", id: one.id })}>
                填写回执
              </Button>
            ) : null}
            {mayHandle && !one.voidedAt ? (
              <Button size="small" onClick={() => onPanel({ kind: "void", id: one.id })}>
                未受理或送错
              </Button>
            ) : null}
          </header>
          <Facts
            facts={[
              { title: "送出时间", value: <Moment value={one.madeAt} /> },
              { title: "回执号", value: one.receipt },
              {
                title: "回执时间",
                value: one.receivedAt ? <Moment value={one.receivedAt} /> : null,
              },
              { title: "原因", value: one.reason, wide: true },
              { title: "没有受理或者送错", value: one.voidWhy, wide: true },
              {
                title: "材料",
                value: (
                  <Space wrap>
                    {one.documents.map(({ name, sha256 }, nth) => (
                      <a
                        key={sha256 + name}
                        href={deliveredFile(one.id, nth + 1)}
                        download
                        title={`SHA-256 ${sha256}`}
                      >
                        {name}
                      </a>
                    ))}
                  </Space>
                ),
                wide: true,
              },
            ]}
          />
        </article>
      ))}
    </Section>
  );
}
