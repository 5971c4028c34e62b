// Words of a union (工会用语) as pages show them: level, kind and state by name.
import { nameOf } from "@niangjia/foundation/codelists";
import { levels, states, type Union } from "@niangjia/registers/organisations";

export const namedUnion = ({ id, name, level }: Union) => ({
  id,
  name,
  level,
  levelName: levels[level],
});

export const kindName = ({ kind }: Union): string => nameOf("union-kind", kind);
export const stateName = ({ state }: Union): string => states[state];
