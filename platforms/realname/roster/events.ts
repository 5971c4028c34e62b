// Events of the roster room (实名采集): an import is to run, and has run.
import type { Delivered, Event } from "@niangjia/foundation/outbox";

export interface ImportStarted {
  readonly importId: string;
}

export interface Imported {
  readonly importId: string;
  readonly unionId: string;
  readonly enrolled: number;
  readonly updated: number;
  readonly faulty: number;
}

/** Somebody asks for verdicts of the identity provider by hand. */
export interface VerifyAsked {
  readonly personIds: readonly string[];
}

export const names = {
  importStarted: "roster.import-started",
  imported: "roster.imported",
  verifyAsked: "roster.verify-asked",
} as const;

export type ImportStartedEvent = Delivered<ImportStarted>;
export type ImportedEvent = Delivered<Imported>;

export const importStarted = (orgPath: string, importId: string): Event => ({
  name: names.importStarted,
  orgPath,
  body: { importId },
});

export const imported = (orgPath: string, body: Imported): Event => ({
  name: names.imported,
  orgPath,
  body,
});

export const verifyAsked = (orgPath: string, body: VerifyAsked): Event => ({
  name: names.verifyAsked,
  orgPath,
  body,
});
