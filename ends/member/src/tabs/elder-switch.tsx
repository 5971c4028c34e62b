// The switch of 长辈版: found where one signs in, too, by whoever cannot read the rest.
import { setElder, useElder } from "../client/settings.ts";
import { Card } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { Press } from "../ui/press.tsx";

export function ElderSwitch() {
  const elder = useElder();
  return (
    <Card>
      <Press className="line" on={elder} onPress={() => setElder(!elder)}>
        <Part as="span" className="line-words">
          <Part as="span" className="line-title">
            长辈版
          </Part>
          <Part as="span" className="line-note">
            字大、颜色清楚、内容精简
          </Part>
        </Part>
        <Part as="span" className={`switch ${elder ? "switch-on" : ""}`} silent />
      </Press>
    </Card>
  );
}
