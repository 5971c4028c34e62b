// Signing in by WeChat (微信登录): one press, once a phone code has said whose WeChat it is.
import { signInByWechat } from "../client/session.ts";
import { useCommand } from "../client/use-command.ts";
import { Button, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";

interface WechatSignInProps {
  /** What binds this WeChat when somebody signs in by a code; undefined until it is known to be nobody's. */
  readonly ticket: string | undefined;
  readonly onTicket: (ticket: string) => void;
  readonly onIn: () => void;
}

export function WechatSignIn({ ticket, onTicket, onIn }: WechatSignInProps) {
  const signIn = useCommand(
    () => signInByWechat(),
    (unbound) => (unbound === undefined ? onIn() : onTicket(unbound)),
  );
  return (
    <Part className="card">
      {ticket === undefined ? null : (
        <Part as="p" role="status">
          这个微信还没有绑定账号。请在下面用手机验证码登录一次，以后点“微信登录”就行。
        </Part>
      )}
      {signIn.problem ? <Trouble problem={signIn.problem} /> : null}
      <Button
        kind={ticket === undefined ? "main" : "quiet"}
        busy={signIn.busy}
        onPress={() => signIn.run(undefined)}
      >
        微信登录
      </Button>
    </Part>
  );
}
