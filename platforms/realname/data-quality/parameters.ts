// The room's parameters (数据质量参数), from the file beside.
import { readParameters } from "@niangjia/foundation/parameters";

export const parameters = readParameters(new URL("./parameters.yaml", import.meta.url), [
  "weight.completeness",
  "weight.validity",
  "weight.uniqueness",
  "weight.consistency",
  "weight.timeliness",
  "snapshot.month",
]);
