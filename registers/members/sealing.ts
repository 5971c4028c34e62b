// Sealing thousands (批量加密): enrolments made ready while others are read and written, on a thread of its own where they
// are many.
import { Worker } from "node:worker_threads";
import { newId } from "@niangjia/foundation/ids";
import type { Keyring } from "@niangjia/foundation/keys";
import { type Enrolment, type Prepared, prepareEnrolments } from "./enrolment.ts";
import { sealedAs, toSeal } from "./sealed.ts";
import type { Seals, ToSeal } from "./seals.ts";

/** Makes enrolments ready for `enrolPrepared`, in their order. Closed when no more come. */
export interface Sealing extends Disposable {
  prepare(enrolments: readonly Enrolment[]): Promise<Prepared[]>;
}

/** Starting a thread costs about as much as sealing so many. */
const worthAThread = 4_000;

/** `people` says about how many will come. */
export const openSealing = (keys: Keyring, people: number): Sealing =>
  people < worthAThread ? sealingHere(keys) : new SealingThread(keys.file);

const sealingHere = (keys: Keyring): Sealing => ({
  prepare: async (enrolments) => prepareEnrolments(keys, enrolments),
  [Symbol.dispose]: () => undefined,
});

/** The processor time of sealing spent beside; what crosses is what is sealed and its seals. */
class SealingThread implements Sealing {
  readonly #thread: Worker;
  /** Answers come in the order of what was asked. */
  readonly #waiting: PromiseWithResolvers<Seals[]>[] = [];
  #failure: Error | undefined;

  constructor(keyFile: string) {
    this.#thread = new Worker(new URL("./sealing-thread.ts", import.meta.url), {
      workerData: keyFile,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.#thread.on("message", (seals: Seals[]) => this.#waiting.shift()?.resolve(seals));
    this.#thread.on("error", (error: Error) => this.#fail(error));
    this.#thread.unref();
  }

  async prepare(enrolments: readonly Enrolment[]): Promise<Prepared[]> {
    const ids = enrolments.map(({ personId }) => personId ?? newId());
    const seals = await this.#ask(enrolments.map(({ facts }, index) => toSeal(ids[index]!, facts)));
    return enrolments.map((enrolment, index) => {
      const sealed = sealedAs(received(seals[index]!), enrolment.facts);
      return { enrolment, personId: ids[index]!, sealed };
    });
  }

  #ask(people: readonly ToSeal[]): Promise<Seals[]> {
    const answer = Promise.withResolvers<Seals[]>();
    if (this.#failure) answer.reject(this.#failure);
    else this.#waiting.push(answer);
    this.#thread.postMessage(people);
    return answer.promise;
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const answer of this.#waiting.splice(0)) answer.reject(error);
  }

  [Symbol.dispose](): void {
    this.#fail(new Error("sealing was closed"));
    void this.#thread.terminate();
  }
}

/** What a thread sends as buffers arrives as plain bytes. */
const received = ({ idBlinds, idCipher, ...seals }: Seals): Seals => ({
  idBlinds: idBlinds.map(asBuffer),
  idCipher: asBuffer(idCipher),
  phoneCipher: seals.phoneCipher && asBuffer(seals.phoneCipher),
  phoneBlind: seals.phoneBlind && asBuffer(seals.phoneBlind),
  householdCipher: seals.householdCipher && asBuffer(seals.householdCipher),
});

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);
