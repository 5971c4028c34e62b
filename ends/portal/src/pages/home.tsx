// Home (工作台): the desk for union work; administrators, who have no cases, get the rooms their post may enter.
import { useMe } from "../session.ts";
import { Desk } from "./desk/desk-page.tsx";
import { Rooms } from "./rooms.tsx";

/** Posts whose work comes to a desk. */
const desked = ["officer", "chair", "cadre", "mediator", "lawyer"];

export function Page() {
  return desked.includes(useMe().role) ? <Desk /> : <Rooms />;
}
