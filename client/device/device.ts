import { nanoid } from 'nanoid';
import { LIMITS } from '../../shared/model/schema.ts';
import { browserStorage, type DeviceStorage } from './device-storage.ts';
import { RecentCloths } from './recent-cloths.ts';

const PARTICIPANT = 'tafelkleed.participant';
const SECRET = 'tafelkleed.secret';
const NAME = 'tafelkleed.name';

/** What this device remembers across cloths: who uses it, and which cloths it had open. */
export interface Device {
  /** A lasting id of whoever uses this device; the `holder` of their seats. */
  readonly participant: string;
  /** Known to this device and the server alone: what it opened as its own, no other participant opens. */
  readonly secret: string;
  /** The name last used at a table; empty before the first. */
  name: string;
  readonly cloths: RecentCloths;
  readonly storage: DeviceStorage;
  /** What this tab alone keeps, as long as it is open: it has it still when it is loaded again. */
  readonly tab: DeviceStorage;
}

export function openDevice(
  storage: DeviceStorage = browserStorage('localStorage'),
  tab: DeviceStorage = browserStorage('sessionStorage'),
): Device {
  const participant = storage.get(PARTICIPANT) || nanoid();
  storage.set(PARTICIPANT, participant);
  const secret = storage.get(SECRET) || nanoid(32);
  storage.set(SECRET, secret);
  return {
    participant,
    secret,
    get name() {
      return (storage.get(NAME) ?? '').slice(0, LIMITS.name);
    },
    set name(name) {
      storage.set(NAME, name || null);
    },
    cloths: new RecentCloths(storage),
    storage,
    tab,
  };
}
