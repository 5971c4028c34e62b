// The switch of 长辈版: found where one signs in, too, by whoever cannot read the rest.
import { setElder, useElder } from "../client/settings.ts";
import { Card, Switch } from "../ui/kit.tsx";

export function ElderSwitch() {
  const elder = useElder();
  return (
    <Card>
      <Switch
        title="长辈版"
        note="字大、颜色清楚、内容精简"
        on={elder}
        onPress={() => setElder(!elder)}
      />
    </Card>
  );
}
