// A case file on paper (卷宗版面): cover, facts, signatures, history with its chain of hashes, papers.
import { actions as actionWords, allNodes } from "@niangjia/engine/process";
import { formatMoment } from "./dossier-words.ts";
