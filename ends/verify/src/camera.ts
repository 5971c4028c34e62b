// Reading QR codes (识读二维码) from the camera: with the browser's own reader, else with jsQR.
import jsQr from "jsqr";

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  var BarcodeDetector: (new (options: { formats: string[] }) => Detector) | undefined;
}

const framePauseMs = 150;
/** Beyond this a frame is slower to read, not easier. */
const widthAtMost = 900;

type Look = (video: HTMLVideoElement) => Promise<string | null>;

function browserReader(): Look | null {
  if (!globalThis.BarcodeDetector) return null;
  const detector = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

function ownReader(): Look {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    if (!context || video.videoWidth === 0) return null;
    const scale = Math.min(1, widthAtMost / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQr(data, width, height)?.data ?? null;
  };
}

/** Shows the camera and tells of every code it sees, each once in a row. Answers how to stop. Throws without a camera. */
export async function watch(
  video: HTMLVideoElement,
  tell: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  const look = browserReader() ?? ownReader();
  let stopped = false;
  let last: string | null = null;
  video.srcObject = stream;
  await video.play();
  const next = async (): Promise<void> => {
    if (stopped) return;
    const text = await look(video).catch(() => null);
    if (text && text !== last) tell(text);
    last = text || last;
    setTimeout(next, framePauseMs);
  };
  void next();
  return () => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
  };
}
