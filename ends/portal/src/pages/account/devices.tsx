// Devices (登录设备): where this account is signed in, and the way to end all of it.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { answer, api } from "../../client.ts";
import { useListPlace } from "../../list-state.ts";
import { useSignOut } from "../../shell/use-sign-out.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { Moment } from "../../ui/day.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { ListPage } from "../../ui/list-page.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";

const readDevices = () => answer(api.GET("/api/access/devices"));
type Device = Awaited<ReturnType<typeof readDevices>>["rows"][number];

const columns: PageColumn<Device>[] = [
  { key: "device", title: "设备", width: 420, cell: ({ device }) => deviceWords(device) },
  {
    key: "current",
    title: "状态",
    width: 140,
    phone: "tag",
    cell: ({ current }) => (current ? <StatusTag tone="done">这台设备</StatusTag> : "已登录"),
  },
  {
    key: "createdAt",
    title: "登录时间",
    width: 180,
    cell: (row) => <Moment value={row.createdAt} />,
  },
  {
    key: "seenAt",
    title: "最近使用",
    width: 180,
    cell: (row) => <Moment value={row.seenAt} since />,
  },
];

export function Page() {
  const place = useListPlace();
  const confirm = useConfirm();
  const signOut = useSignOut("everywhere");
  const query = useQuery({
    queryKey: ["devices"],
    queryFn: readDevices,
    select: ({ rows }) => ({ rows, total: rows.length }),
  });
  const count = query.data?.total ?? 0;
  const endAll = () =>
    confirm({
      title: `在 ${count} 台设备上全部退出？`,
      effects: ["包括这台设备在内，都要重新登录。", "没有提交的内容不会保留。"],
      verb: `退出 ${count} 台设备`,
      cancel: "先不退",
    }).then((sure) => sure !== undefined && signOut.mutate(undefined));
  return (
    <ListPage
      title="登录设备"
      sentence="您的账号正在哪些设备上登录。看到不认识的设备，请全部退出并修改密码。"
      more={
        <Button onClick={endAll} disabled={count === 0} loading={signOut.isPending}>
          全部退出
        </Button>
      }
      above={signOut.error ? <ErrorSentence problem={signOut.error} /> : null}
      id="account.devices"
      label="登录设备"
      unit="台设备"
      columns={columns}
      keyOf={(row) => row.id}
      list={{ place, query }}
      empty={{ sentence: "没有登录中的设备" }}
    />
  );
}

/** A user agent in words: `Windows 电脑 · Chrome`; what is not known stays as it was said. */
export function deviceWords(agent: string): string {
  const system = systems.find(([mark]) => mark.test(agent))?.[1];
  const browser = browsers.find(([mark]) => mark.test(agent))?.[1];
  return system && browser ? `${system} · ${browser}` : agent;
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙手机"],
  [/Android/, "安卓手机"],
  [/iPhone|iPad/, "苹果手机"],
  [/Windows/, "Windows 电脑"],
  [/Mac OS/, "苹果电脑"],
  [/Linux/, "Linux 电脑"],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge"],
  [/QQBrowser/, "QQ 浏览器"],
  [/Firefox/, "Firefox"],
  [/Chrome/, "Chrome"],
  [/Safari/, "Safari"],
];
