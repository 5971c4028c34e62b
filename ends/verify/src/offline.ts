// The page that checks cards off line (离线验证): all it needs lies in this one file.
import type { OfflineData } from "@niangjia/platforms/realname/card/contract";
import { watch } from "./camera.ts";
import { bytesOf, countOf, judgeWith } from "./judge.ts";
import { made, part } from "./page.ts";
import { ageWords, words } from "./words.ts";

const data = JSON.parse(part("data").textContent ?? "null") as OfflineData | null;
const result = part("result");
const video = part<HTMLVideoElement>("video");
const cameraButton = part<HTMLButtonElement>("camera");

function showAge(list: OfflineData): void {
  const age = ageWords(new Date(list.madeAt), new Date());
  part("age").textContent = age.say;
  part("age").className = age.late ? "late" : "";
  const revoked = countOf(bytesOf(list.revoked));
  part("holds").textContent =
    `本页带有 ${list.keys.length} 把发卡公钥和 ${revoked} 张失效的卡，不含个人信息。`;
}

function begin(list: OfflineData): void {
  const judge = judgeWith(list);
  const tell = (code: string): void => {
    const { verdict, name } = judge(code, new Date());
    const { tone, say, next } = words[verdict];
    const at = new Date().toLocaleTimeString("zh-CN");
    result.className = `result ${tone}`;
    result.replaceChildren(
      made("strong", say),
      ...(name === null ? [] : [made("span", name, "name")]),
      made("p", next),
      made("small", `${at} 验证`),
    );
    showAge(list);
  };
  const typed = part<HTMLInputElement>("typed");
  part<HTMLFormElement>("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (typed.value !== "") tell(typed.value);
    typed.value = "";
    typed.focus();
  });
  let stop: (() => void) | null = null;
  cameraButton.addEventListener("click", async () => {
    const running = stop;
    stop = null;
    running?.();
    video.hidden = running !== null;
    cameraButton.textContent = running ? "打开摄像头扫码" : "关闭摄像头";
    if (running) return;
    stop = await watch(video, tell).catch(() => {
      video.hidden = true;
      cameraButton.textContent = "打开摄像头扫码";
      part("hint").textContent = "摄像头没有打开，请允许使用摄像头，或用扫码枪、手工粘贴。";
      return null;
    });
  });
  typed.focus();
  showAge(list);
}

if (data) begin(data);
else part("age").textContent = "本页没有带上名单，请从数字工会网站重新下载。";
