// My card (会员卡): the code to be scanned, large and bright, with or without a network; or the way to a card.
import { useAnswer } from "../../client/use-answer.ts";
import { go } from "../../device/go.ts";
import { Button, Coming, Empty, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { Part } from "../../ui/part.tsx";
import { Picture } from "../../ui/picture.tsx";
import type { CardKey } from "./key.ts";
import { isOf, type Own, useCard } from "./use-card.ts";
import { useCode } from "./use-code.ts";

const reissue = () => go("fill", { id: "card.reissue" });

export default function CardPage() {
  const { data: me } = useAnswer("/api/me");
  const accountId = me?.account.id;
  const { own, problem, phoneKey, look, drawing } = useCard(accountId);
  const ready = accountId !== undefined && phoneKey !== undefined;
  const draw = () => drawing.run(accountId ?? "");
  return (
    <Page title="会员卡">
      {drawing.problem ? <Trouble problem={drawing.problem} /> : null}
      {problem && (!own || !problem.silent) ? <Trouble problem={problem} onRetry={look} /> : null}
      {own && ready ? (
        <Mine own={own} phoneKey={phoneKey} onDraw={draw} busy={drawing.busy} />
      ) : problem ? null : (
        <Coming lines={6} />
      )}
    </Page>
  );
}

interface MineProps {
  readonly own: Own;
  readonly phoneKey: CardKey | null;
  readonly onDraw: () => void;
  readonly busy: boolean;
}

function Mine({ own: { card, says }, phoneKey, onDraw, busy }: MineProps) {
  const draw = (words: string) => (
    <Button kind="main" busy={busy} onPress={onDraw}>
      {words}
    </Button>
  );
  if (!card || card.state === "awaiting") {
    return (
      <Empty sentence={says} hint="卡存在这部手机里，别的手机不能亮这张卡。">
        {draw("领取会员卡")}
      </Empty>
    );
  }
  if (!phoneKey || !isOf(card, phoneKey)) {
    return (
      <Empty
        sentence="会员卡在另一部手机上"
        hint="一张卡只能在一部手机上亮。请用原来的手机；换了或丢了手机，请挂失补办，原来的卡立即失效。"
      >
        <Button onPress={reissue}>挂失补办</Button>
      </Empty>
    );
  }
  if (!card.token) return <Empty sentence={says}>{draw("续期")}</Empty>;
  return <Showing card={card} token={card.token} phoneKey={phoneKey} />;
}

interface ShowingProps {
  readonly card: NonNullable<Own["card"]>;
  readonly token: string;
  readonly phoneKey: CardKey;
}

function Showing({ card, token, phoneKey }: ShowingProps) {
  const { drawing, renew } = useCode(token, phoneKey);
  return (
    <>
      <Part as="section" className="card-face" label="电子会员卡">
        <Part as="p" className="card-name">
          {card.name}
        </Part>
        <Part as="p" className="card-number">
          会员号 {card.number}
        </Part>
        <Part as="p">
          {card.unionName}
          {card.kept ? "（保留会籍）" : ""}
        </Part>
        {drawing ? (
          <Picture source={drawing} label="会员卡动态码，请对方扫描" className="card-code" />
        ) : (
          <Part className="card-code" silent />
        )}
        <Part as="p" className="help">
          每 30 秒更换，截图无效；没有网络也能用
        </Part>
        <Button onPress={renew}>换一个码</Button>
      </Part>
      <Part className="foot">
        <Button kind="plain" onPress={() => go("certificates")}>
          开会员证明
        </Button>
        <Button kind="plain" onPress={reissue}>
          手机丢了、换手机：挂失补办
        </Button>
      </Part>
    </>
  );
}
