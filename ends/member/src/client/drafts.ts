// Drafts (草稿): what is typed is on the phone with every key, and at the house a moment later.
import { drop, readStored, store } from "../device/storage.ts";
import { put } from "./api.ts";
import type { Draft } from "./draft.ts";

const place = (functionId: string): string => `draft:${functionId}`;

export function readDraft(functionId: string): Draft | undefined {
  const text = readStored(place(functionId));
  return text ? (JSON.parse(text) as Draft) : undefined;
}

export const keepDraft = (functionId: string, draft: Draft): boolean =>
  store(place(functionId), JSON.stringify(draft));

export const dropDraft = (functionId: string): void => drop(place(functionId));

/** False when the house could not be reached; the phone has it all the same. */
export async function sendDraft(functionId: string, draft: Draft): Promise<boolean> {
  const typed = Object.entries(draft.facts).filter(([, value]) => value !== "" && value !== null);
  try {
    const params = { id: functionId };
    const body = { facts: Object.fromEntries(typed) };
    await put("/api/cases/functions/{id}/draft", { params, body });
  } catch {
    return false;
  }
  const now = readDraft(functionId);
  if (now?.at === draft.at) keepDraft(functionId, { ...now, sent: true });
  return true;
}
