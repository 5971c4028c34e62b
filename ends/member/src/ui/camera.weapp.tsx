// The camera (取景框) in the mini-program: WeChat's own scanner, opened by a press.
import Taro from "@tarojs/taro";
import { Button } from "./kit.tsx";

interface CameraProps {
  readonly onRead: (text: string) => void;
}

export function Camera({ onRead }: CameraProps) {
  const scan = () =>
    Taro.scanCode({ scanType: ["qrCode"] }).then(
      ({ result }) => onRead(result),
      () => undefined,
    );
  return (
    <Button kind="main" onPress={() => void scan()}>
      打开扫一扫
    </Button>
  );
}
