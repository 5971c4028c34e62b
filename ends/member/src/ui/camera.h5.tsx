// The camera (取景框) in the App: what it sees, and how else a code gets in.
import { useEffect, useRef, useState } from "react";
import { Problem } from "../client/problem.ts";
import { chooseFiles } from "../device/files.ts";
import { readPhotograph, scansByCamera, watchCamera } from "../device/scan.ts";
import { Button, Trouble } from "./kit.tsx";
import { Part } from "./part.tsx";

interface CameraProps {
  readonly onRead: (text: string) => void;
}

const asProblem = (failure: unknown): Problem => {
  if (failure instanceof Problem) return failure;
  throw failure;
};

export function Camera({ onRead }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [closed, setClosed] = useState<Problem>();
  const [unread, setUnread] = useState<Problem>();
  const tell = useRef(onRead);
  tell.current = onRead;
  const seeing = scansByCamera() && closed === undefined;
  useEffect(() => {
    if (!video.current) return;
    const watching = watchCamera(video.current, (text) => tell.current(text));
    watching.catch((failure: unknown) => setClosed(asProblem(failure)));
    return () => void watching.then((stop) => stop()).catch(() => undefined);
  }, []);
  const photograph = async () => {
    const [file] = await chooseFiles("album", 1);
    if (!file) return;
    setUnread(undefined);
    await readPhotograph(file.content).then(
      (text) => tell.current(text),
      (failure: unknown) => setUnread(asProblem(failure)),
    );
  };
  return (
    <>
      {seeing ? (
        <>
          <Part as="p">对准入会海报上的二维码。</Part>
          <Part className="camera">
            <video
              ref={video}
              className="camera-picture"
              muted
              playsInline
              aria-label="相机看到的画面"
            />
          </Part>
        </>
      ) : null}
      {closed ? <Trouble problem={closed} /> : null}
      {unread ? <Trouble problem={unread} /> : null}
      <Button onPress={() => void photograph()}>选一张二维码照片</Button>
    </>
  );
}
