import { type ClothRecord, isOutdated } from '../../storage/storage.ts';

/** A cloth with a key that opens it. */
export interface Joined {
  readonly record: ClothRecord;
  readonly key: string;
}

/** Keys that many share, such as everyone who types one code: each is known while this process lives, and stored nowhere. */
export class SharedKeys {
  readonly #opens: (record: ClothRecord, key: string) => boolean;
  readonly #minted = new Map<string, { readonly minting: Promise<Joined | null>; readonly until: number }>();

  /** @param opens whether a key opens a cloth that reads so */
  constructor(opens: (record: ClothRecord, key: string) => boolean) {
    this.#opens = opens;
  }

  /**
   * The key that goes by a name, as long as it opens; else one that is minted, and goes by that name until then.
   *
   * @param until ms since the epoch
   */
  async keyOf(
    name: string,
    record: ClothRecord,
    until: number,
    mint: () => Promise<Joined | null>,
  ): Promise<Joined | null> {
    const now = Date.now();
    for (const [other, { until: end }] of this.#minted) if (end <= now) this.#minted.delete(other);
    const there = this.#minted.get(name);
    const known = there && (await there.minting.catch(() => null));
    if (known) {
      // Read before the key was there, a record does not know of it yet; read after the links were replaced, not any more.
      const latest = isOutdated(record, known.record) ? known.record : record;
      if (this.#opens(latest, known.key)) return { record: latest, key: known.key };
    }
    // Kept before it is there: a class that types one code in the same second still shares one key.
    const minting = mint();
    this.#minted.set(name, { minting, until });
    return minting;
  }
}
