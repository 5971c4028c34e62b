// The house with its ends (被测服务): serves the App beside the API, as `npm start` does.
import { addPages } from "../server/pages.ts";
import { tellListening } from "./child.ts";
import { houseOn } from "./house.ts";

const [url = "", folder = ""] = process.argv.slice(2);

const house = await houseOn(url, folder);
await addPages(house);
await house.app.listen({ port: 0, host: "127.0.0.1" });
tellListening(house.app.server);
