// The roster room's parameters (实名采集参数), from the file beside.
import { readParameters } from "@niangjia/foundation/parameters";

export const parameters = readParameters(new URL("./parameters.yaml", import.meta.url), [
  "merge.undoDays",
]);
