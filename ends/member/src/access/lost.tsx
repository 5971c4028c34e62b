// No such page (没有这一页): an address that leads nowhere, and the way home.
import { go } from "../device/go.ts";
import { Button, Empty } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";

export default function Lost() {
  return (
    <Page title="没有这一页" first>
      <Empty sentence="没有这一页" hint="链接可能不全，或者这一页已经没有了。">
        <Button kind="main" onPress={() => go("home")}>
          回首页
        </Button>
      </Empty>
    </Page>
  );
}
