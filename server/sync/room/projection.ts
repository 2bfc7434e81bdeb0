import { layProjection } from '../../../shared/commands/lay-projection.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { openCommons } from '../../../shared/document/commons-doc.ts';
import { readMeta, readSnapshot } from '../../../shared/document/read.ts';
import { readCommons } from '../../../shared/document/read-commons.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { withoutWords } from '../../core/log.ts';
import type { Hang } from '../../storage/storage.ts';
import { loadAtOnce, NOTHING_STORED } from './loading.ts';
import type { ProjectionParts } from './projections.ts';
import { Room, type RoomStorage } from './room.ts';

/** What changes within this long is shown at once, ms: a drag and a typed word are a few steps and not a hundred. */
const GATHER_MS = 250;
/** Sheet and room together, bytes: larger ones are read in a thread, and what is shown comes part by part. */
const LARGEST_AT_ONCE = 32 * 1024;
/** What could not be read in time is tried again after this long, ms. */
const TOO_MUCH_MS = 30_000;
/** All projections wait in one row beside the networks: whoever opens many gets no more turns by it. */
const WHO = 'projections';

/**
 * Whoever was shown a projection and later writes along on the sheet itself is not to bring the one into the other. Its document
 * writes under ids that no page has, and that no sheet takes in (`update-guard.ts`).
 */
const FIRST_PROJECTED = 2 ** 32;

/** A projection is in no store: it is made of what is. */
const NOWHERE: RoomStorage = {
  append: async () => 0,
  compact: async () => undefined,
  writeSession: async () => undefined,
};

/** A sheet as those see it who only look at it from a room, kept up to date while anybody does. */
export class Projection {
  readonly room: Room;
  readonly sheet: Room;
  readonly commons: Room;
  readonly #hang: Hang;
  readonly #parts: ProjectionParts;
  /** What is laid in the thread is laid under an id of its own: a document does not hear what it said itself. */
  readonly #threadId = projectedId();
  readonly #changed = (): void => this.#soon(GATHER_MS);
  #timer: NodeJS.Timeout | null = null;
  #isReading = false;
  /** Something changed while it was being read. */
  #isStale = false;
  #ended = false;

  /** Shows a small sheet at once; of a large one its name at once, and what lies on it as soon as it is read. */
  constructor(sheet: Room, commons: Room, hang: Hang, parts: ProjectionParts) {
    this.sheet = sheet;
    this.commons = commons;
    this.#hang = hang;
    this.#parts = parts;
    const record = { ...sheet.record, keys: [], codes: [] };
    this.room = new Room(record, loadAtOnce(NOTHING_STORED), NOWHERE, null, parts.limits, parts.log);
    this.room.projected = true;
    this.room.doc.clientID = projectedId();
    for (const source of [sheet, commons]) {
      source.holds += 1;
      source.watchers.add(this.#changed);
    }
    if (this.#isLarge) {
      this.#lay({ ...readFace(sheet), seats: [], items: [], ties: [], moments: [] });
      this.#soon(0);
    } else this.#refresh();
  }

  /** Whether it shows this sheet in this room, as it hangs there. */
  isOf(sheet: Room, commons: Room, { names }: Hang): boolean {
    return this.sheet === sheet && this.commons === commons && this.#hang.names === names && !this.room.broken;
  }

  end(): void {
    this.#ended = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const source of [this.sheet, this.commons]) {
      source.watchers.delete(this.#changed);
      source.holds -= 1;
      source.usedAt = performance.now();
    }
    this.room.destroy();
  }

  get #isLarge(): boolean {
    return this.sheet.document.bytes + this.commons.document.bytes > LARGEST_AT_ONCE;
  }

  #soon(ms: number): void {
    if (this.#isReading) this.#isStale = true;
    else if (!this.#ended) this.#timer ??= setTimeout(() => this.#due(), ms);
  }

  #due(): void {
    this.#timer = null;
    if (!this.#isLarge) {
      this.#refresh();
      return;
    }
    this.#isReading = true;
    let wait = GATHER_MS;
    void this.#refreshInThread()
      .catch((error: unknown) => {
        wait = TOO_MUCH_MS;
        this.#isStale = true;
        this.#parts.log.warn(
          { cloth: this.sheet.id, err: withoutWords(error) },
          'a sheet cannot be shown in a room now',
        );
      })
      .finally(() => {
        this.#isReading = false;
        if (this.#isStale) this.#soon(wait);
        this.#isStale = false;
      });
  }

  #refresh(): void {
    this.#lay(readSnapshot(openCloth(this.sheet.doc)));
  }

  #lay(cloth: ClothSnapshot): void {
    const leftOut = this.#isLarge ? [] : readCommons(openCommons(this.commons.doc)).leftOut.map(({ id }) => id);
    const { hidden } = this.sheet.session.current;
    layProjection(openCloth(this.room.doc), projectSnapshot(cloth, { names: this.#hang.names, leftOut }, hidden));
    this.room.document.version.adopt();
  }

  async #refreshInThread(): Promise<void> {
    const { rooms, workshop, budget } = this.#parts;
    const share = budget.share({ network: WHO, cloth: this.sheet.id });
    const { id } = this.commons;
    try {
      const parts = await rooms.withEncoded(id, (commons) =>
        rooms.withEncoded(this.sheet.id, (sheet, { session }) => {
          const shown = [this.room.document.encodeAll()];
          const bytes = [...commons, ...sheet, ...shown].reduce((sum, { length }) => sum + length, 0);
          if (!share.grow(bytes)) throw new Error('there is no memory for it now');
          const asked = { names: this.#hang.names, hidden: session.current.hidden, clientId: this.#threadId };
          return workshop.project(WHO, { sheet, commons, shown }, asked);
        }),
      );
      for (const part of parts) {
        await workshop.turns.take(() => {
          if (!this.#ended) this.room.hear([part]);
        });
      }
    } finally {
      share.release();
    }
  }
}

/** What a sheet is called, and of what kind it is, without what lies on it. */
function readFace({ doc }: Room): Pick<ClothSnapshot, 'meta' | 'initiative'> {
  // Nor its name: whom the room leaves out is known as soon as that is read.
  return { meta: { ...readMeta(openCloth(doc)), title: '' }, initiative: '' };
}

function projectedId(): number {
  return FIRST_PROJECTED + Math.floor(Math.random() * FIRST_PROJECTED);
}
