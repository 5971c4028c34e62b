// Scanning (扫码) in the App: a QR code read off the camera or a photograph, by a reader fetched when it is first needed.
import { Problem } from "../client/problem.ts";

/** Larger pictures take an old phone too long, and codes on posters are large. */
const sideAtMost = 800;
const framePauseMs = 200;

export const scansByCamera = (): boolean =>
  window.isSecureContext && "mediaDevices" in navigator && "getUserMedia" in navigator.mediaDevices;

async function openReader() {
  const { default: jsQr } = await import(/* webpackChunkName: "seldom-scan" */ "jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (picture: CanvasImageSource, across: number, down: number): string | undefined => {
    const scale = Math.min(1, sideAtMost / Math.max(across, down, 1));
    canvas.width = Math.round(across * scale);
    canvas.height = Math.round(down * scale);
    if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQr(data, width, height)?.data || undefined;
  };
}

const closed = () =>
  new Problem(0, {
    title: "没有打开相机",
    next: "请在手机设置里允许使用相机；也可以选一张拍好的照片，或照海报输入入会码。",
  });

const unread = () =>
  new Problem(0, {
    title: "照片里没有找到二维码",
    next: "请把二维码拍得大一些、清楚一些再试，或照海报输入入会码。",
  });

/**
 * Shows what the camera sees and tells each new text once; answers how to stop. Fails with a `Problem` where there is no
 * camera or the person does not allow it.
 */
export async function watchCamera(
  video: HTMLVideoElement,
  tell: (text: string) => void,
): Promise<() => void> {
  const wanted = { video: { facingMode: "environment" } };
  const stream = await navigator.mediaDevices.getUserMedia(wanted).catch(() => {
    throw closed();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    const read = await openReader();
    video.srcObject = stream;
    await video.play();
    let last: string | undefined;
    const look = () => {
      const text = read(video, video.videoWidth, video.videoHeight);
      if (text && text !== last) tell(text);
      last = text ?? last;
      timer = setTimeout(look, framePauseMs);
    };
    look();
  } catch (failure) {
    stop();
    throw failure;
  }
  return stop;
}

/** Reads a photograph. Fails with a `Problem` where no code is on it. */
export async function readPhotograph(content: unknown): Promise<string> {
  const picture = await createImageBitmap(content as Blob).catch(() => {
    throw unread();
  });
  const text = (await openReader())(picture, picture.width, picture.height);
  picture.close();
  if (!text) throw unread();
  return text;
}
