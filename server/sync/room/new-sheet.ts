import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { ROLES, type Role } from '../../../shared/model/protocol.ts';
import type { ClothKind } from '../../../shared/model/schema.ts';
import type { Hangable } from '../../../shared/model/sheets.ts';
import { mintKey, newClothId, newEpoch } from '../../core/keys.ts';
import type { ClothRecord } from '../../storage/storage.ts';
import { newCommonsDocument, newDocument } from './encoded-document.ts';

export interface NewCloth {
  /** A cloth when left out. */
  readonly sheet?: Hangable;
  readonly title: string;
  readonly kind: ClothKind;
  readonly seats: number;
  /** In which language it opens for who has not chosen one (a BCP 47 tag); null for each reader's own. */
  readonly language: string | null;
  /** Lays what it begins with. */
  readonly begin?: ((cloth: ClothDoc) => void) | undefined;
}

export interface NewCommons {
  /** Of the school, team or neighbourhood whose room it is. */
  readonly name: string;
  readonly language: string | null;
}

export interface CreatedCloth {
  readonly record: ClothRecord;
  /** Here and nowhere else. */
  readonly keys: Readonly<Record<Role, string>>;
}

/** A sheet that is in no store yet: its record with a key for each role, and its document as one update. */
interface Unstored extends CreatedCloth {
  readonly document: Uint8Array;
}

/** A cloth or theme sheet of its own. */
export function unstoredCloth({ sheet = 'cloth', language, begin, ...wishes }: NewCloth, createdAt: number): Unstored {
  const document = newDocument({ sheet, ...wishes, createdAt, ...(language !== null && { language }) }, begin);
  return { ...identity({ kind: wishes.kind, ...(sheet === 'theme' && { sheet }) }, createdAt), document };
}

/** A network room. */
export function unstoredCommons({ name, language }: NewCommons, createdAt: number): Unstored {
  const document = newCommonsDocument({ name, createdAt, ...(language !== null && { language }) });
  // A kind is a cloth's; of a room it says nothing.
  return { ...identity({ kind: 'initiative', sheet: 'commons' }, createdAt), document };
}

function identity(what: Pick<ClothRecord, 'kind' | 'sheet'>, createdAt: number): CreatedCloth {
  const minted = {
    facilitator: mintKey('facilitator', createdAt),
    participant: mintKey('participant', createdAt),
    viewer: mintKey('viewer', createdAt),
  };
  const record: ClothRecord = {
    id: newClothId(),
    epoch: newEpoch(),
    ...what,
    createdAt,
    keys: ROLES.map((role) => minted[role].stored),
    codes: [],
  };
  const { facilitator, participant, viewer } = minted;
  return { record, keys: { facilitator: facilitator.key, participant: participant.key, viewer: viewer.key } };
}
