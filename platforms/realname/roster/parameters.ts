// The roster room's parameters (实名采集参数), from the file beside.
import { parametersOf } from "@niangjia/engine/policy";

export const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), {
  mergeUndoWithin: "days",
});
