// A picture (图片) in the mini-program.
import { Image } from "@tarojs/components";
import type { PictureProps } from "./picture.h5.tsx";

export function Picture({ source, label, className = "" }: PictureProps) {
  return <Image src={source} ariaLabel={label} className={className} mode="aspectFit" />;
}
