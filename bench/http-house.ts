// The house under load (被测服务): listens, as `npm start` does, and says where.
import { tellListening } from "./child.ts";
import { houseOn } from "./house.ts";

const [url = "", folder = ""] = process.argv.slice(2);

const house = await houseOn(url, folder);
await house.app.listen({ port: 0, host: "127.0.0.1" });
tellListening(house.app.server);
