// Not found (没有这一页): says so in place, with ways on; the address stays as it was typed.
import { paths } from "../paths.ts";
import { Empty } from "../ui/empty.tsx";
import { TextLink } from "../ui/link.tsx";
import { PageHead } from "../ui/page-head.tsx";

export function NotFound() {
  return (
    <>
      <PageHead title="没有这一页" />
      <Empty
        sentence="这个网址没有对应的页面"
        hint="可能是网址有误，或您现在的岗位没有这项功能。请核对网址，或用上方的搜索找要办的事。"
        action={<TextLink to={paths.home()}>回到工作台</TextLink>}
      />
    </>
  );
}
