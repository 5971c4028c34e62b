// Help mark (说明): what a word means or how a figure is made, on hover and on focus.

import { Tooltip } from "antd";
import { QuestionCircleOutlined } from "./icons.tsx";

export function HelpMark({ children }: { readonly children: string }) {
  return (
    <Tooltip title={children}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it opens on focus, for those without a mouse */}
      <span tabIndex={0} role="note" aria-label={children} className="nj-help">
        <QuestionCircleOutlined />
      </span>
    </Tooltip>
  );
}
