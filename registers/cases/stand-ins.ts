// Stand-ins (可以接办的岗位): who may do the work of a role in its stead; what somebody is asked for their craft, only their like.
import type { Role } from "@niangjia/foundation/roles";

const ofStaff: Partial<Record<Role, readonly Role[]>> = {
  officer: ["officer", "cadre", "chair"],
  chair: ["chair", "cadre"],
  cadre: ["cadre", "chair"],
};

export const standInsOf = (role: Role): readonly Role[] => ofStaff[role] ?? [role];
