import { CLOTH_FILE } from '../../shared/formats/cloth-file.ts';
import { downloadName } from '../../shared/formats/file-name.ts';
import { FORMS, type FormChoice, type FormId } from '../../shared/formats/forms.ts';
import { PICTURES, type PictureChoice, type PictureId } from '../../shared/formats/pictures/pictures.ts';
import type { When } from '../../shared/formats/seen.ts';
import { clothFileText } from '../sync/guard/cloth-file-text.ts';
import type { ReadText } from '../sync/guard/read-document.ts';
import type { Workshop } from '../sync/guard/workshop.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import type { PictureShop } from './picture-shop.ts';

/** A document of more bytes is made a file of in a thread of its own: a smaller one takes some milliseconds. */
const LARGEST_AT_ONCE = 32 * 1024;

/** What of a cloth is wanted: its file, a form of words or data, or a picture. */
export type Order = { readonly format: 'json' } | FormOrder | PictureOrder;

interface FormOrder {
  readonly format: FormId;
  readonly when: When;
  readonly choice: FormChoice;
}

interface PictureOrder {
  readonly format: PictureId;
  readonly when: When;
  readonly choice: PictureChoice;
  /** Of a PNG, px. */
  readonly width: number;
}

/** What was made, and what the file that holds it is called. */
export interface TakenHome {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

/** Who asks, so that all get their turn; what is asked before so many bytes are held: it throws where there is no room. */
export interface Taker {
  readonly who: string;
  readonly hold: (bytes: number) => void;
  /** They wait no longer. */
  readonly gone?: AbortSignal;
}

/** A moment was asked for that is not there. */
export class NoSuchMoment extends Error {}

/** Cloths in every form in which they leave the house, made here for who has no browser. */
export class TakeHome {
  readonly #rooms: Rooms;
  readonly #workshop: Workshop;
  readonly #shop: PictureShop;
  readonly #reading = new Map<string, Promise<ReadText | null>>();

  constructor(rooms: Rooms, workshop: Workshop, shop: PictureShop) {
    this.#rooms = rooms;
    this.#workshop = workshop;
    this.#shop = shop;
  }

  /** Another one as soon as what is made for this order would be. */
  async version(id: string, order: Order): Promise<string> {
    return JSON.stringify([id, await this.#rooms.versionOf(id), order]);
  }

  /** Makes it of a cloth as it is now. Rejects with {@link NoSuchMoment}, or as its workers do. */
  async make(id: string, order: Order, taker: Taker): Promise<TakenHome> {
    const { who, hold, gone } = taker;
    if (order.format === 'json') {
      const bytes = await this.#rooms.withEncoded(id, (updates, { document }) => {
        if (document.bytes <= LARGEST_AT_ONCE) return Buffer.from(clothFileText(document.doc));
        return this.#workshop.write(who, allHeld(updates, hold), gone);
      });
      const name = `tafelkleed-${id}${CLOTH_FILE.extension}`;
      return { bytes: held(bytes, hold), name, mediaType: 'application/json; charset=utf-8' };
    }
    // Asked for before the cloth is read: what is made is of this version or of a later one, never of an earlier.
    const version = await this.version(id, order);
    const { bytes, title } = await ('width' in order
      ? this.#picture(id, version, order, taker)
      : this.#form(id, order, taker));
    const { kind, extension, mediaType } = { ...FORMS, ...PICTURES }[order.format];
    const { language, now } = order.choice;
    return { bytes: held(bytes, hold), name: downloadName(title, kind[language], extension, new Date(now)), mediaType };
  }

  async #picture(id: string, version: string, { format: form, when, choice, width }: PictureOrder, taker: Taker) {
    const { who, hold, gone } = taker;
    const { title, json } = there(await this.#read(id, when, taker));
    const bytes = await this.#shop.make(who, version, { json: held(json, hold), form, choice, width }, gone);
    return { bytes, title };
  }

  /** What stands in a cloth, or stood in it: many who ask at the same time have it read once, for the first of them. */
  async #read(id: string, when: When, { who, hold }: Taker): Promise<ReadText | null> {
    const key = JSON.stringify([id, await this.#rooms.versionOf(id), when]);
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#rooms.withEncoded(id, (updates) => this.#workshop.read(who, allHeld(updates, hold), when));
      reading = reading.finally(() => this.#reading.delete(key));
      this.#reading.set(key, reading);
    }
    return reading;
  }

  async #form(id: string, order: FormOrder, { who, hold, gone }: Taker) {
    const { made, title } = await this.#rooms.withEncoded(id, async (updates) =>
      there(await this.#workshop.form(who, allHeld(updates, hold), order, gone)),
    );
    return { bytes: made, title };
  }
}

/** Updates there is room for. */
function allHeld(updates: readonly Uint8Array[], hold: Taker['hold']): readonly Uint8Array[] {
  hold(updates.reduce((sum, { length }) => sum + length, 0));
  return updates;
}

/** Bytes there is room for. */
function held<T extends Uint8Array>(bytes: T, hold: Taker['hold']): T {
  hold(bytes.length);
  return bytes;
}

function there<T>(found: T | null): T {
  if (found === null) throw new NoSuchMoment('there is no such moment');
  return found;
}
