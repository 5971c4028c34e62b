// Print button (打印): what stands on the page goes to paper as it is shown, masks and all.
import { Button } from "antd";
import { PrinterOutlined } from "./icons.tsx";

export function PrintButton() {
  return (
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      打印
    </Button>
  );
}
