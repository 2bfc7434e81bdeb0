import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { editsBetween, revertText } from './text-merge.ts';

/** What a key of a record may hold, besides words. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly number[]
  | { readonly [key: string]: string | number | boolean };

export type Collection =
  | 'seats'
  | 'items'
  | 'ties'
  | 'moments'
  | 'programme'
  | 'path'
  | 'photos'
  | 'wall'
  | 'meetings'
  | 'entries'
  | 'sameNames'
  | 'leftOut';

/** A document that is written in, of whichever kind: it has some of the collections. */
export type WrittenDoc = { readonly doc: Y.Doc; readonly meta: Y.Map<unknown>; readonly initiative?: Y.Text } & {
  readonly [C in Collection]?: Y.Map<unknown>;
};

/** Which record: `['meta']`, the line of a theme or the path of a cloth itself, or a collection and an id. */
export type RecordPath =
  | readonly ['meta']
  | readonly ['programme']
  | readonly ['path']
  | readonly [collection: Collection, id: string];
/** Which words: the initiative's, or a record's key that holds a Y.Text. */
export type TextPath = readonly ['initiative'] | readonly [collection: Collection, id: string, key: string];

/**
 * One thing a person changed, as plain data: what stood there and what stands there now. A list of these is both what an
 * intent did and all that is needed to take it back, without pinning any history in the document.
 */
export type Change =
  | {
      readonly kind: 'field';
      readonly at: RecordPath;
      readonly key: string;
      readonly before: Plain | undefined;
      readonly after: Plain | undefined;
      /** What a record read when it was laid: it is only taken away again while nobody wrote on in it. */
      readonly laidWith?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'text'; readonly at: TextPath; readonly before: string; readonly after: string };

/** Marks transactions of this page's own person, as opposed to those that came over the wire or from disk. */
export const OWN = 'own';

/**
 * Runs `body` as one transaction and returns what it changed, in order. The only way that what people do is written; a new
 * cloth (`create.ts`) and its version are the server's to write.
 */
export function write(cloth: WrittenDoc, body: (writer: Writer) => void): Change[] {
  const writer = new Writer(cloth);
  cloth.doc.transact(() => body(writer), OWN);
  return writer.changes;
}

/** Several intents as one: one transaction, one message to the others, one step of undo. */
export function transact(cloth: WrittenDoc, intents: () => Change[]): Change[] {
  return cloth.doc.transact(intents, OWN);
}

/**
 * Takes changes back, newest first, each only where its value is still the one that was written: what another person has
 * set since stays theirs, and of words only my own go. A record in which another wrote stays. Returns the changes this
 * made, which revert it in turn (redo).
 */
export function revert(cloth: WrittenDoc, changes: readonly Change[]): Change[] {
  return write(cloth, (writer) => {
    for (const change of [...changes].reverse()) {
      if (change.kind === 'field') {
        const record = recordAt(cloth, change.at);
        const { laidWith } = change;
        const isMine = change.before !== true || !laidWith || reads(record, laidWith);
        if (record && isMine && equalityDeep(record.get(change.key), change.after)) {
          writer.set(change.at, change.key, change.before, laidWith);
        }
      } else {
        const words = textAt(cloth, change.at);
        if (words) writer.setText(change.at, revertText(change.before, change.after, words.toString()));
      }
    }
  });
}

/** Writes fields and words and keeps account of it. Writing what already stands there is no change. */
export class Writer {
  readonly changes: Change[] = [];
  readonly #cloth: WrittenDoc;

  constructor(cloth: WrittenDoc) {
    this.#cloth = cloth;
  }

  /** Sets a key (`undefined` removes it). A record that is gone is left alone. */
  set(at: RecordPath, key: string, after: Plain | undefined, laidWith?: Readonly<Record<string, string>>): void {
    const record = recordAt(this.#cloth, at);
    if (!record) return;
    const before = record.get(key) as Plain | undefined;
    if (equalityDeep(before, after)) return;
    if (after === undefined) record.delete(key);
    else record.set(key, after);
    this.changes.push({ kind: 'field', at, key, before, after, ...(laidWith && { laidWith }) });
  }

  /** Makes words read `after`, touching only the units that differ, so that another's concurrent words stay. */
  setText(at: TextPath, after: string, cursor?: number): void {
    const words = textAt(this.#cloth, at);
    const before = words?.toString();
    if (!words || before === undefined || before === after) return;
    for (const edit of editsBetween(before, after, cursor)) {
      if (edit.remove > 0) words.delete(edit.index, edit.remove);
      if (edit.insert) words.insert(edit.index, edit.insert);
    }
    this.changes.push({ kind: 'text', at, before, after });
  }

  /**
   * Adds a record whole, its words (`texts`) as Y.Text made now and never later: two clients that each add the same
   * nested type would lose one. To undo it is to flag it removed, for another may be writing in it at that moment.
   */
  create(
    collection: Collection,
    id: string,
    fields: Readonly<Record<string, Plain>>,
    texts: Readonly<Record<string, string>> = {},
  ): void {
    const records = this.#cloth[collection];
    if (!records || records.has(id)) return;
    const record = new Y.Map<unknown>();
    for (const [key, value] of Object.entries(fields)) record.set(key, value);
    for (const [key, value] of Object.entries(texts)) record.set(key, new Y.Text(value));
    records.set(id, record);
    this.changes.push({
      kind: 'field',
      at: [collection, id],
      key: 'removed',
      before: true,
      after: undefined,
      laidWith: texts,
    });
  }
}

/** Whether all of these words of a record read as given. */
function reads(record: Y.Map<unknown> | null, texts: Readonly<Record<string, string>>): boolean {
  return Object.entries(texts).every(([key, text]) => {
    const words = record?.get(key);
    return words instanceof Y.Text && words.toString() === text;
  });
}

/** The Y.Map at a path, or null where there is none or something else stands there. */
export function recordAt(cloth: WrittenDoc, at: RecordPath): Y.Map<unknown> | null {
  if (at.length === 1) return cloth[at[0]] ?? null;
  const record = cloth[at[0]]?.get(at[1]);
  return record instanceof Y.Map ? record : null;
}

/** The Y.Text at a path, or null. Look it up anew each time: after a reload it is another instance. */
export function textAt(cloth: WrittenDoc, at: TextPath): Y.Text | null {
  if (at[0] === 'initiative') return cloth.initiative ?? null;
  const words = recordAt(cloth, [at[0], at[1]])?.get(at[2]);
  return words instanceof Y.Text ? words : null;
}
