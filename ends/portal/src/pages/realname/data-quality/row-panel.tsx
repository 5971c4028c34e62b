// Row panel (扣分详情): one member's faults, each with what it means and the way to have it mended.
import { paths } from "../../../paths.ts";
import { TextLink } from "../../../ui/link.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { qualityPaths } from "./addresses.ts";
import styles from "./data-quality.module.css";
import { duplicateCheck, Rectify } from "./rectify.tsx";
import type { LosingRow } from "./scores.ts";

interface RowPanelProps extends PanelWays {
  readonly row: LosingRow | undefined;
}

export function RowPanel({ row, ...ways }: RowPanelProps) {
  return (
    <SidePanel open={row !== undefined} {...ways} title={row?.name ?? ""} subtitle={row?.unionName}>
      {row ? (
        <div className={styles.panel}>
          <Facts
            facts={[
              { title: "证件号码", value: row.idMask },
              {
                title: "会员档案",
                value: <TextLink to={paths.person(row.personId)}>看来源和历史，更正信息</TextLink>,
              },
            ]}
          />
          <ul className={styles.mend}>
            {row.faults.map((fault) => (
              <li key={fault.code}>
                <h3>{fault.title}</h3>
                <p>{fault.say}</p>
                <Way row={row} fault={fault} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </SidePanel>
  );
}

interface WayProps {
  readonly row: LosingRow;
  readonly fault: LosingRow["faults"][number];
}

/** Doubts about who somebody is are settled side by side; everything else goes back to its union. */
function Way({ row, fault }: WayProps) {
  if (fault.code === duplicateCheck) {
    return <TextLink to={qualityPaths.suspects({ unionId: row.unionId })}>去核对疑似记录</TextLink>;
  }
  const { personId: id, name, unionId, unionName } = row;
  return <Rectify {...{ unionId, unionName, fault }} person={{ id, name }} people={1} />;
}
