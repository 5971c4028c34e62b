// The rotating code (动态码): a new one every 30 seconds and whenever one asks for it, without the network.
import { present, seconds } from "@niangjia/foundation/presentation";
import { useCallback, useEffect, useState } from "react";
import { toBytes } from "./bytes.ts";
import type { CardKey } from "./key.ts";
import { drawingOf } from "./squares.ts";
import { offsetNow } from "./use-card.ts";

/** The drawing to be scanned, and how to have the next one at once. */
export function useCode(token: string, key: CardKey) {
  const [drawing, setDrawing] = useState<string>();
  const renew = useCallback(() => {
    const now = new Date(Date.now() + offsetNow());
    void present(toBytes(token), key.sign, now).then((code) => setDrawing(drawingOf(code)));
  }, [token, key]);
  useEffect(() => {
    renew();
    const clock = setInterval(renew, seconds.valid * 1000);
    return () => clearInterval(clock);
  }, [renew]);
  return { drawing, renew };
}
