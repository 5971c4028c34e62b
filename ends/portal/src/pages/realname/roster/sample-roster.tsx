// The sample roster (演示名册): in a house of invented people, a file to try an import with.
import { Button } from "antd";
import { useMe } from "../../../session.ts";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { importPaths } from "./imports.ts";

export function SampleRoster() {
  if (!useMe().demo) return null;
  return (
    <Button icon={<DownloadOutlined />} href={importPaths.demoRoster()} download>
      下载演示名册
    </Button>
  );
}
