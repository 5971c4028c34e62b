// In the mini-program (读屏属性): what its templates were told is told to the runtime that fills them.
import { mergeInternalComponents } from "@tarojs/shared";
import { spoken } from "./spoken.mjs";

mergeInternalComponents(spoken());
