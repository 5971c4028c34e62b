// Opening an import (上传并识别): the file is brought, then understood; each part can be tried again by itself.
import { useEffect, useRef, useState } from "react";
import { usePost } from "../../../session.ts";
import { type Upload, upload } from "../../../upload.ts";

export type Opening =
  | { readonly at: "still" }
  | { readonly at: "sending"; readonly share: number }
  | { readonly at: "reading" }
  | { readonly at: "failed"; readonly problem: unknown };

const still: Opening = { at: "still" };

/** A file already brought is not sent a second time when only the reading of it failed. */
interface Brought {
  readonly file: File;
  readonly fileId: string;
}

export function useOpening(onOpened: (id: string) => void) {
  const [opening, setOpening] = useState<Opening>(still);
  const brought = useRef<Brought>(undefined);
  const sending = useRef<Upload>(undefined);
  const stopped = useRef(false);
  useWarning(opening.at === "sending");
  const command = usePost("/api/roster/imports", { refresh: [["roster", "imports", "list"]] });

  const bring = async (file: File): Promise<Brought> => {
    if (brought.current?.file === file) return brought.current;
    setOpening({ at: "sending", share: 0 });
    sending.current = upload(file, "名册导入", (share) => setOpening({ at: "sending", share }));
    const { id } = await sending.current.done;
    brought.current = { file, fileId: id };
    return brought.current;
  };
  const open = async (file: File, unionId: string): Promise<void> => {
    stopped.current = false;
    try {
      const { fileId } = await bring(file);
      setOpening({ at: "reading" });
      onOpened((await command.mutateAsync({ fileId, unionId })).id);
    } catch (problem) {
      setOpening(stopped.current ? still : { at: "failed", problem });
    }
  };
  const stop = () => {
    stopped.current = true;
    sending.current?.stop();
    setOpening(still);
  };
  return { opening, open, stop };
}

/** Leaving while the file is on its way would lose it. */
function useWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [active]);
}
