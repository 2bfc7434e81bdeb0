import { createStore } from 'zustand/vanilla';
import { type Preparation, readPreparation, writePreparation } from '../../../shared/formats/preparation.ts';
import type { DeviceStorage } from '../../device/device-storage.ts';

/** A preparation kept on this device under a name, to begin more cloths with. */
export interface Template {
  readonly name: string;
  readonly preparation: Preparation;
}

const STORED_AS = 'tafelkleed.templates';
/** So many are kept; the oldest goes first. */
const MOST = 30;

/** The templates on this device, newest first. One of the same name takes the place of the one before. */
export class Templates {
  readonly store = createStore<readonly Template[]>(() => []);
  readonly #storage: DeviceStorage;

  constructor(storage: DeviceStorage) {
    this.#storage = storage;
    this.store.setState(this.#read(), true);
  }

  keep(name: string, preparation: Preparation): void {
    this.#write([{ name, preparation }, ...this.#read().filter((one) => one.name !== name)]);
  }

  remove(name: string): void {
    this.#write(this.#read().filter((one) => one.name !== name));
  }

  #write(templates: readonly Template[]): void {
    const kept = templates.slice(0, MOST);
    const stored = kept.map(({ name, preparation }) => [name, writePreparation(preparation)]);
    this.#storage.set(STORED_AS, JSON.stringify(stored));
    this.store.setState(kept, true);
  }

  /** What does not parse is passed over: one broken record does not cost the others. */
  #read(): readonly Template[] {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(STORED_AS) ?? '[]');
      if (!Array.isArray(stored)) return [];
      return stored.flatMap((record: unknown): Template[] => {
        const [name, file] = Array.isArray(record) ? record : [];
        const preparation = typeof file === 'string' ? readPreparation(file) : null;
        return typeof name === 'string' && preparation ? [{ name, preparation }] : [];
      });
    } catch {
      return [];
    }
  }
}
