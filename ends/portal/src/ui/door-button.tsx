// Door button (办理按钮): what the server says may be done now; a closed door stays in sight and says why.
import { Button, type ButtonProps, Tooltip } from "antd";

/** One entry of an answer's `can`. */
interface Door {
  readonly command: string;
  readonly open: boolean;
  readonly why?: string | undefined;
  readonly next?: string | undefined;
}

interface DoorButtonProps extends Omit<ButtonProps, "disabled"> {
  readonly door: Door | undefined;
}

/** Draws nothing when the answer does not know the command at all. A closed button can still be reached by Tab. */
export function DoorButton({ door, onClick, ...rest }: DoorButtonProps) {
  if (!door) return null;
  if (door.open) return <Button {...rest} {...(onClick ? { onClick } : {})} />;
  const why = [door.why, door.next].filter(Boolean).join("");
  return (
    <Tooltip title={why}>
      <Button {...rest} type="default" aria-disabled className="nj-shut">
        {rest.children}
        <span className="nj-listen">（现在不能办理：{why}）</span>
      </Button>
    </Tooltip>
  );
}
