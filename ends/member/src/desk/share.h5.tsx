// Sharing (分享) in the App: the phone's own way, else the address is put where it can be pasted.
import { useState } from "react";
import { houseOrigin } from "../device/house.ts";
import { Button } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";

export interface ShareProps {
  /** What the one who gets it reads first. */
  readonly title: string;
  /** Under `/app`, such as `/fill?j=…`. */
  readonly path: string;
  readonly children: string;
}

export function Share({ title, path, children }: ShareProps) {
  const [said, setSaid] = useState<string>();
  const url = `${houseOrigin()}/app${path}`;
  const copy = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(url).then(
          () => setSaid("网址已复制，可以粘贴到微信里发给工友。"),
          () => setSaid(`请把这个网址发给工友：${url}`),
        )
      : setSaid(`请把这个网址发给工友：${url}`);
  const share = () => {
    if (!navigator.share) return void copy();
    // Turned back: nothing to say.
    navigator.share({ title, url }).catch(({ name }: DOMException) => {
      if (name !== "AbortError") void copy();
    });
  };
  return (
    <>
      <Button onPress={share}>{children}</Button>
      {said ? (
        <Part as="p" className="help share-said" role="status">
          {said}
        </Part>
      ) : null}
    </>
  );
}
