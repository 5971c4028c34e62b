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

export const names = {
  importStarted: "roster.import-started",
  imported: "roster.imported",
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
