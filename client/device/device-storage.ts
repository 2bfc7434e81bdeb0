/** Small texts kept on this device, or for this tab. Never throws: where the browser keeps nothing, they live as long as the page. */
export interface DeviceStorage {
  get(key: string): string | null;
  /** `null` removes. */
  set(key: string, value: string | null): void;
  keys(): string[];
}

/**
 * One of the browser's two stores, or memory where it is blocked (cookies refused, some private windows) or full. What could
 * not be written is remembered in memory, so that the page at least agrees with itself.
 */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): DeviceStorage {
  const unwritten = new Map<string, string | null>();
  const tried = <T>(otherwise: T, action: (storage: Storage) => T): T => {
    try {
      return action(globalThis[kind]);
    } catch {
      return otherwise;
    }
  };
  return {
    get(key) {
      const here = unwritten.get(key);
      return here === undefined ? tried(null, (storage) => storage.getItem(key)) : here;
    },
    set(key, value) {
      unwritten.set(key, value);
      tried(undefined, (storage) => {
        if (value === null) storage.removeItem(key);
        else storage.setItem(key, value);
        unwritten.delete(key);
      });
    },
    keys() {
      const stored = tried<string[]>([], (storage) => Object.keys(storage));
      return [...new Set([...stored, ...unwritten.keys()])].filter((key) => unwritten.get(key) !== null);
    },
  };
}

/** A device that forgets everything when the page closes. */
export function memoryStorage(): DeviceStorage {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key) ?? null,
    set(key, value) {
      if (value === null) texts.delete(key);
      else texts.set(key, value);
    },
    keys: () => [...texts.keys()],
  };
}
