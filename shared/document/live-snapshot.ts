import type * as Y from 'yjs';
import { placesThatDiffer, replaceAt } from '../model/replaced.ts';
import { SCHEMA_VERSION } from '../model/schema.ts';
import type {
  ClothSnapshot,
  Item,
  Moment,
  Path,
  PathNote,
  Photo,
  Programme,
  ProgrammeMark,
  Seat,
  Tie,
} from '../model/snapshot.ts';
import { type ClothDoc, openCloth } from './cloth-doc.ts';
import { readItem, readMeta, readMoment, readPhoto, readSeat, readTie, soundTies } from './read.ts';
import { readMark, readNote, readPath, readProgramme } from './read-lines.ts';
import { byOrder, byTime } from './read-values.ts';

/**
 * The snapshot of a living document, kept up to date by reading again only the records that a transaction touched. What
 * did not change is the very same object as before; that is what makes drawing independent of the cloth's size.
 */
export class LiveSnapshot {
  readonly #cloth: ClothDoc;
  readonly #listeners = new Set<(snapshot: ClothSnapshot) => void>();
  readonly #seats: LiveCollection<Seat>;
  readonly #items: LiveCollection<Item>;
  readonly #ties: LiveCollection<Tie>;
  readonly #moments: LiveCollection<Moment>;
  readonly #marks: LiveCollection<ProgrammeMark>;
  readonly #notes: LiveCollection<PathNote>;
  readonly #photos: LiveCollection<Photo>;
  #programme: Programme | null = null;
  #path: Path | null = null;
  #meta = NOTHING.meta;
  #current: ClothSnapshot = NOTHING;

  constructor(doc: Y.Doc) {
    const cloth = openCloth(doc);
    this.#cloth = cloth;
    this.#seats = new LiveCollection(cloth.seats, readSeat, byOrder);
    this.#items = new LiveCollection(cloth.items, readItem, byTime);
    this.#ties = new LiveCollection(cloth.ties, readTie, byTime);
    this.#moments = new LiveCollection(cloth.moments, readMoment, byTime);
    this.#marks = new LiveCollection(cloth.programme, readMark, byTime);
    this.#notes = new LiveCollection(cloth.path, readNote, byTime);
    this.#photos = new LiveCollection(cloth.photos, readPhoto, byTime);
    this.#programme = readProgramme(cloth, this.#marks.sorted);
    this.#path = readPath(cloth, this.#notes.sorted);
    this.#readMeta();
    this.#current = this.#assemble();
    doc.on('afterTransaction', this.#afterTransaction);
  }

  get current(): ClothSnapshot {
    return this.#current;
  }

  /** Calls back after each transaction that changed anything visible. Returns the way to stop it. */
  subscribe(listener: (snapshot: ClothSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#cloth.doc.off('afterTransaction', this.#afterTransaction);
    this.#listeners.clear();
  }

  readonly #afterTransaction = (transaction: Y.Transaction): void => {
    const { meta, initiative, seats, items, ties, moments, programme, path, photos } = this.#cloth;
    const changed = transaction.changedParentTypes;
    // A Map is keyed by the exact class of type; every one of these is an AbstractType whatever its events.
    const touched = (type: unknown) => changed.has(type as Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>);
    if (touched(meta)) this.#readMeta();
    if (touched(seats)) this.#seats.refresh(transaction);
    if (touched(items)) this.#items.refresh(transaction);
    if (touched(ties)) this.#ties.refresh(transaction);
    if (touched(moments)) this.#moments.refresh(transaction);
    if (touched(programme)) {
      this.#marks.refresh(transaction);
      this.#programme = readProgramme(this.#cloth, this.#marks.sorted);
    }
    if (touched(path)) {
      this.#notes.refresh(transaction);
      this.#path = readPath(this.#cloth, this.#notes.sorted);
    }
    if (touched(photos)) this.#photos.refresh(transaction);
    if (![meta, initiative, seats, items, ties, moments, programme, path, photos].some(touched)) return;
    const next = this.#assemble();
    const before = this.#current;
    if (PARTS.every((key) => next[key] === before[key])) return;
    this.#current = next;
    for (const listener of this.#listeners) listener(next);
  };

  #readMeta(): void {
    const meta = readMeta(this.#cloth);
    if (JSON.stringify(meta) !== JSON.stringify(this.#meta)) this.#meta = meta;
  }

  #assemble(): ClothSnapshot {
    const before = this.#current;
    const items = this.#items.sorted;
    const photo = this.#photos.sorted.at(-1);
    const tiesStand = this.#ties.sorted === this.#drawnFrom.ties && sameIds(items, this.#drawnFrom.items);
    const ties = tiesStand ? before.ties : soundTies(this.#ties.sorted, items);
    this.#drawnFrom = { ties: this.#ties.sorted, items };
    return {
      meta: this.#meta,
      initiative: this.#cloth.initiative.toString(),
      seats: this.#seats.sorted,
      items,
      ties: sameRecords(ties, before.ties) ? before.ties : ties,
      moments: this.#moments.sorted,
      ...(this.#programme && { programme: this.#programme }),
      ...(this.#path && { path: this.#path }),
      ...(photo && { photo }),
    };
  }

  /** What the drawable ties were last worked out from: most changes (words, places) leave them as they are. */
  #drawnFrom: { ties: readonly Tie[]; items: readonly Item[] } = { ties: [], items: [] };
}

/** What a snapshot may have; two of them are the same when all of it is. */
const PARTS = [
  'meta',
  'initiative',
  'seats',
  'items',
  'ties',
  'moments',
  'programme',
  'path',
  'photo',
] as const satisfies readonly (keyof ClothSnapshot)[];

/** Before anything was read. */
const NOTHING: ClothSnapshot = {
  meta: {
    schema: SCHEMA_VERSION,
    title: '',
    kind: 'initiative',
    createdAt: 0,
    table: { shape: 'rectangle', width: 0, height: 0 },
    minutes: {},
  },
  initiative: '',
  seats: [],
  items: [],
  ties: [],
  moments: [],
};

/** One collection, read once whole and then record by record. */
class LiveCollection<T extends { readonly id: string }> {
  readonly #type: Y.Map<unknown>;
  readonly #read: (id: string, value: unknown) => T | null;
  readonly #compare: (a: T, b: T) => number;
  readonly #records = new Map<string, T>();
  sorted: readonly T[];

  constructor(type: Y.Map<unknown>, read: (id: string, value: unknown) => T | null, compare: (a: T, b: T) => number) {
    this.#type = type;
    this.#read = read;
    this.#compare = compare;
    for (const id of type.keys()) this.#readAgain(id);
    this.sorted = [...this.#records.values()].sort(compare);
  }

  refresh(transaction: Y.Transaction): void {
    const replaced = new Map<number, T>();
    let resort = false;
    for (const id of this.#touchedIds(transaction)) {
      const before = this.#records.get(id);
      const after = this.#readAgain(id);
      if (before && after && this.#compare(before, after) === 0) replaced.set(this.sorted.indexOf(before), after);
      else if (before || after) resort = true;
    }
    if (resort) this.sorted = [...this.#records.values()].sort(this.#compare);
    else this.sorted = replaceAt(this.sorted, replaced);
  }

  /** Ids of the records that the transaction touched, however deep inside them. */
  #touchedIds(transaction: Y.Transaction): Set<string> {
    const ids = new Set<string>();
    for (const [type, keys] of transaction.changed) {
      if (Object.is(type, this.#type)) {
        for (const key of keys) if (key !== null) ids.add(key);
        continue;
      }
      let inner: Y.Transaction['changed'] extends Map<infer T, unknown> ? T | null : never = type;
      while (inner && !Object.is(inner.parent, this.#type)) inner = inner.parent;
      const key = inner?._item?.parentSub;
      if (key) ids.add(key);
    }
    return ids;
  }

  #readAgain(id: string): T | null {
    const record = this.#read(id, this.#type.get(id));
    if (record) this.#records.set(id, record);
    else this.#records.delete(id);
    return record;
  }
}

function sameRecords<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((record, index) => record === b[index]);
}

function sameIds(a: readonly Item[], b: readonly Item[]): boolean {
  return placesThatDiffer(b, a)?.every((place) => a[place]?.id === b[place]?.id) ?? false;
}
