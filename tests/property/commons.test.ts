import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addEntry,
  addMeeting,
  judgeNames,
  leaveOut,
  letBackIn,
  moveEntry,
  moveMeeting,
  moveOnWall,
  placeOnWall,
  removeEntry,
  removeMeeting,
  renameMeeting,
  setCommonsName,
  setEarlier,
  setEntryWords,
} from '../../shared/commands/commons.ts';
import { createCommons } from '../../shared/commands/create-commons.ts';
import type { Change } from '../../shared/document/change.ts';
import { revert } from '../../shared/document/change.ts';
import { type CommonsDoc, openCommons } from '../../shared/document/commons-doc.ts';
import { readCommons } from '../../shared/document/read-commons.ts';
import { ENTRY_WAYS, NAME_VERDICTS } from '../../shared/model/commons.ts';

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
const NAMES = ['Karin de Wit', 'karin de wít', 'Theo', 'Karin'];

/** Every intent of a room, driven by three numbers. */
const INTENTS: Record<string, (room: CommonsDoc, a: number, b: number, n: number) => Change[]> = {
  name: (room, a) => setCommonsName(room, `De Regenboog ${a}`),
  place: (room, a) => placeOnWall(room, `sheet${a % 4}`),
  moveOnWall: (room, a, b) => moveOnWall(room, `sheet${a % 4}`, { under: `sheet${b % 4}`, order: b / 7 }),
  earlier: (room, a, b) => setEarlier(room, `sheet${a % 4}`, b % 2 > 0),
  leaveOut: (room, a, _b, n) => leaveOut(room, pick(NAMES, a) ?? '', n),
  letBackIn: (room, a) => letBackIn(room, pick(readCommons(room).leftOut, a)?.id ?? 'none'),
  judge: (room, a, b, n) =>
    judgeNames(room, pick(NAMES, a) ?? '', pick(NAMES, b) ?? '', pick([...NAME_VERDICTS, null], n) ?? null),
  meeting: (room, a, b, n) =>
    addMeeting(room, {
      id: `meeting${n}`,
      date: `2026-0${1 + (a % 9)}-${b % 2 ? '30' : '1'}1`,
      name: '',
      createdAt: n,
    }),
  moveMeeting: (room, a, b) =>
    moveMeeting(room, pick(readCommons(room).meetings, a)?.id ?? 'none', `2026-0${1 + (b % 9)}-05`),
  renameMeeting: (room, a, b) => renameMeeting(room, pick(readCommons(room).meetings, a)?.id ?? 'none', `name ${b}`),
  removeMeeting: (room, a) => removeMeeting(room, pick(readCommons(room).meetings, a)?.id ?? 'none'),
  entry: (room, a, b, n) =>
    addEntry(room, {
      id: `entry${n}`,
      meeting: pick(readCommons(room).meetings, a)?.id ?? 'none',
      way: pick(ENTRY_WAYS, b) ?? 'plans',
      sheet: a % 2 ? null : `sheet${b % 4}`,
      words: `words ${n}`,
      createdAt: n,
    }),
  moveEntry: (room, a, b) =>
    moveEntry(
      room,
      pick(readCommons(room).entries, a)?.id ?? 'none',
      pick(readCommons(room).meetings, b)?.id ?? 'none',
      pick(ENTRY_WAYS, b) ?? 'plans',
    ),
  entryWords: (room, a, b) => setEntryWords(room, pick(readCommons(room).entries, a)?.id ?? 'none', `words ${b}`),
  removeEntry: (room, a) => removeEntry(room, pick(readCommons(room).entries, a)?.id ?? 'none'),
};

it('three people in a room, with late delivery, all see the same room in the end, and what one takes back is as it was', () => {
  const happening = fc.record({
    kind: fc.constantFrom(...Object.keys(INTENTS), 'place', 'meeting', 'deliver', 'deliver', 'undo'),
    peer: fc.nat(2),
    a: fc.nat(99),
    b: fc.nat(99),
  });
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      const [first = new Y.Doc(), ...others] = docs;
      createCommons(first, { name: 'De Regenboog', createdAt: 1 });
      for (const other of others) Y.applyUpdate(other, Y.encodeStateAsUpdate(first));
      const own: Change[][] = [];
      happenings.forEach(({ kind, peer, a, b }, n) => {
        const doc = docs[peer] ?? first;
        const room = openCommons(doc);
        if (kind === 'deliver') Y.applyUpdate(docs[a % 3] ?? first, Y.encodeStateAsUpdate(doc));
        else if (kind === 'undo' && peer === 0) revert(room, own.pop() ?? []);
        else {
          const before = readCommons(room);
          const changes = INTENTS[kind]?.(room, a, b, n) ?? [];
          if (changes.length === 0) expect(readCommons(room)).toEqual(before);
          if (peer === 0) own.push(changes);
        }
      });
      for (const one of docs) for (const other of docs) Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
      for (const other of others) expect(readCommons(openCommons(other))).toEqual(readCommons(openCommons(first)));
    }),
    { numRuns: Number(process.env.CONVERGENCE_RUNS ?? 100) },
  );
});
