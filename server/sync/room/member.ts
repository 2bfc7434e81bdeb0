import type { Role } from '../../../shared/model/protocol.ts';
import type { MemoryAccount } from '../../core/memory-budget.ts';
import type { Hang } from '../../storage/storage.ts';

/** One connection as its room sees it. */
export interface Member {
  readonly id: string;
  readonly role: Role;
  /** As the key that let it in is stored. */
  readonly keyHash: string;
  /** How the sheet hangs in the room they came through; null for who has a key of the sheet itself. */
  readonly through: Hang | null;
  /** Makes a key that leads this cloth, for whom the leading is given to; null when there is no such cloth (any more). */
  readonly mintLead: () => Promise<string | null>;
  /** Sends an update of the document; a slow reader gets it later, as part of a fresh answer. */
  sendUpdate(frame: Uint8Array): void;
  /** Sends presence; a slow reader does without. */
  sendPresence(frame: Uint8Array): void;
  /** Sends the room's present session state. */
  sendSession(): void;
  /** Tells the page something that needs no answer. */
  warn(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Whether the other side still answers; a silent one is cut off. */
  challenge(): Promise<boolean>;
}

/** Who comes in, once it is known what they may do. */
export interface Visitor {
  /** For the log. */
  readonly id: string;
  readonly role: Role;
  /** As the key that let them in is stored. */
  readonly keyHash: string;
  /** When the time of that key is over, ms since the epoch; absent when it has no end. */
  readonly expiresAt?: number | undefined;
  readonly through: Member['through'];
  /** The resume token that stands for the updates of which it has all; empty when it has none yet, null when it knows of no tokens. */
  readonly since: string | null;
  readonly mintLead: Member['mintLead'];
  /** Out of which what comes in and goes out is paid. */
  readonly memory: MemoryAccount;
  /** Which network they are in: those of one take turns with those of others. */
  readonly network: string;
}
