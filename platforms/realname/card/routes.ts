// Routes of the card (电子会员卡).
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import { certifyAt, fetchCertificate, listCertificates } from "./certificate.ts";
import { checkCertificate } from "./certificate-check.ts";
import { checkCard } from "./check.ts";
import * as contract from "./contract.ts";
import { issueCard } from "./issue.ts";
import { listKeys, rotateKeys } from "./issuer.ts";
import { offlineData } from "./offline.ts";
import { showCardOf } from "./person.ts";
import { showCard } from "./show.ts";

const own = ["member"] as const;

export const cardRoutesAt = (address: string): readonly Route[] => [
  route(contract.show, { may: own, run: showCard }),
  route(contract.issue, { may: own, run: issueCard, callsAMinute: 10 }),
  route(contract.ofPerson, { may: unionStaff, run: showCardOf }),
  route(contract.check, { may: ["partner", ...unionStaff], run: checkCard, callsAMinute: 300 }),
  route(contract.keys, { may: "anyone", run: listKeys }),
  route(contract.rotate, { may: ["security-admin"], run: rotateKeys, callsAMinute: 5 }),
  route(contract.offline, { may: "anyone", run: offlineData, callsAMinute: 20 }),
  route(contract.certificate, { may: own, run: certifyAt(address), callsAMinute: 10 }),
  route(contract.certificates, { may: own, run: listCertificates }),
  route(contract.certificateFile, { may: own, run: fetchCertificate, callsAMinute: 30 }),
  // Slow enough that 55 bits are beyond guessing, quick enough for a counter.
  route(contract.checkCertificate, { may: "anyone", run: checkCertificate, callsAMinute: 20 }),
];
