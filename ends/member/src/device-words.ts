// Device words (设备名称): what a person calls the phone or computer behind a user agent.

const kinds: readonly [pattern: RegExp, words: string][] = [
  [/miniProgram|MicroMessenger/i, "微信"],
  [/iPhone/i, "iPhone"],
  [/iPad/i, "iPad"],
  [/HarmonyOS|OpenHarmony/i, "鸿蒙手机"],
  [/Android/i, "安卓手机"],
  [/Windows/i, "Windows 电脑"],
  [/Macintosh/i, "苹果电脑"],
  [/Linux|X11/i, "Linux 电脑"],
];

export const deviceWords = (userAgent: string): string =>
  kinds.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "其他设备";
