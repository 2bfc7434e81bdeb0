import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginTheme } from '../../shared/commands/begin-theme.ts';
import { setClothKind, setClothLanguage, setStepMinutes, setTitle } from '../../shared/commands/cloth.ts';
import {
  setApproach,
  setContactBy,
  setContacted,
  setContactWhen,
  setTogether,
} from '../../shared/commands/contacts.ts';
import { createCloth } from '../../shared/commands/create.ts';
import { importClothFile } from '../../shared/commands/import-file.ts';
import {
  addItems,
  moveItems,
  movePosition,
  putBack,
  removeIfBlank,
  removeItems,
  setAsked,
  setItemColour,
  setItemKind,
  setLeadsTo,
  setPosition,
} from '../../shared/commands/items.ts';
import { layLines } from '../../shared/commands/lay-lines.ts';
import { layTogether } from '../../shared/commands/lay-together.ts';
import { mergeItems, setDifferent } from '../../shared/commands/merge.ts';
import { forgetMoment, keepMoment, renameMoment } from '../../shared/commands/moments.ts';
import {
  addNote,
  removeNote,
  roundOffPath,
  setCarriedBy,
  setFinishedWhen,
  standAt,
} from '../../shared/commands/path.ts';
import { dimPhoto, layPhoto, lockPhoto, placePhoto, takePhotoAway } from '../../shared/commands/photo.ts';
import { layPreparation } from '../../shared/commands/prepare.ts';
import { addMarks, moveMark, removeMarks, roundOffTheme, setPeriod } from '../../shared/commands/programme.ts';
import { addSeat, freeSeat, mergeSeats, removeSeat, renameSeat, takeSeat } from '../../shared/commands/seats.ts';
import { addConnectorWithTies, addTies, removeTies, setExpected } from '../../shared/commands/ties.ts';
import { editWords, type Words, wordsNow } from '../../shared/commands/words.ts';
import type { Change } from '../../shared/document/change.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { clothFileOf, readClothFile, writeClothFile } from '../../shared/formats/cloth-file.ts';
import { knownCloth } from '../../shared/method/known-cloth.ts';
import { dayAt } from '../../shared/model/days.ts';
import { ACTIVITIES, INITIATIVE, POSITION_LETTERS, STEP_NUMBERS, STONES } from '../../shared/model/schema.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { emptyCloth, item } from '../support/cloth.ts';
import { randomFrom } from '../support/random.ts';
import { allWords, keysWithoutRow, type Peer, rowsNotWritten, Table } from './peers.ts';

/** One thing that happens at the table. `a`, `b`, `c` pick among whatever is there when it happens. */
interface Happening {
  readonly kind: string;
  readonly peer: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const happening = (kinds: readonly string[]): fc.Arbitrary<Happening> =>
  fc.record({ kind: fc.constantFrom(...kinds), peer: fc.nat(), a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) });

/** A marker no other keystroke has, so that losing it is seen. */
const uniqueUnit = (n: number) => String.fromCharCode(0x4e00 + n);

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

/** Every intent there is, driven by three numbers and the peer's own view. Null when it cannot be done now. */
const INTENTS: Record<string, (peer: Peer, happened: Happening, n: number) => Change[] | null> = {
  addItem: ({ cloth }, { a, b, c }, n) =>
    addItems(cloth, [
      item(`item${n}`, { kind: a % 3 ? 'ingredient' : 'connector', text: '', pos: [b, c], createdAt: n }),
    ]),
  move: ({ cloth, live }, { a, b, c }) => {
    const target = pick(live.current.items, a);
    return target ? moveItems(cloth, new Map([[target.id, [b, -c]]])) : null;
  },
  remove: ({ cloth, live }, { a }) => removeItems(cloth, [pick(live.current.items, a)?.id ?? 'none']),
  removeIfBlank: ({ cloth, live }, { a }) => removeIfBlank(cloth, pick(live.current.items, a)?.id ?? 'none'),
  kind: ({ cloth, live }, { a, b }) =>
    setItemKind(cloth, [pick(live.current.items, a)?.id ?? 'none'], b % 2 ? 'connector' : 'ingredient'),
  position: ({ cloth, live }, { a, b, c }) =>
    setPosition(cloth, [pick(live.current.items, a)?.id ?? 'none'], pick(POSITION_LETTERS, b) ?? 'i', c % 3 > 0),
  movePosition: ({ cloth, live }, { a, b, c }) =>
    movePosition(
      cloth,
      pick(live.current.items, a)?.id ?? 'none',
      pick([...POSITION_LETTERS, null], b) ?? null,
      pick([...POSITION_LETTERS, null], c) ?? null,
    ),
  putBack: ({ cloth }, { a }) => putBack(cloth, [pick([...cloth.items.keys()].sort(), a) ?? 'none']),
  merge: ({ cloth, live }, { a, b }, n) =>
    mergeItems(cloth, pick(live.current.items, a)?.id ?? 'none', pick(live.current.items, b)?.id ?? 'none', n),
  different: ({ cloth, live }, { a, b, c }) =>
    setDifferent(
      cloth,
      [[pick(live.current.items, a)?.id ?? 'none', pick(live.current.items, b)?.id ?? 'none']],
      c % 3 > 0,
    ),
  prepare: ({ cloth, live }, { a }, n) =>
    layPreparation(
      cloth,
      live.current,
      { initiative: '', language: 'nl', seats: [`s${a}`], connectors: a % 3, minutes: { 2: 1 + a } },
      fontMeasure,
      n,
    ),
  beginTheme: ({ cloth, live }, { a }, n) => {
    const known = knownCloth(`cloth${a}`, { ...live.current, items: live.current.items.slice(0, 2) });
    return beginTheme(cloth, known, fontMeasure, n);
  },
  layTogether: ({ cloth, live }, { a, b }, n) => {
    const seat = pick(live.current.seats, a)?.id;
    if (!seat) return null;
    const alone = emptyCloth();
    addItems(alone, [item(`alone${n}`, { kind: b % 2 ? 'connector' : 'ingredient', createdAt: n })]);
    addTies(alone, [{ id: `tie${n}z`, from: `alone${n}`, to: INITIATIVE, createdAt: n }]);
    return layTogether(cloth, [{ seat, file: clothFileOf(readSnapshot(alone)) }], fontMeasure);
  },
  colour: ({ cloth, live }, { a, b }) =>
    setItemColour(cloth, [pick(live.current.items, a)?.id ?? 'none'], b % 2 ? '#111111' : '#222222'),
  tie: ({ cloth, live }, { a, b }, n) => {
    const ends = [INITIATIVE, ...live.current.items.map((record) => record.id)];
    const [from, to] = [pick(ends, a) ?? INITIATIVE, pick(ends, b) ?? INITIATIVE];
    return addTies(cloth, [{ id: `tie${n}`, from, to, createdAt: n }]);
  },
  untie: ({ cloth, live }, { a }) => removeTies(cloth, [pick(live.current.ties, a)?.id ?? 'none']),
  drawThrough: ({ cloth, live }, { a }, n) => {
    const from = pick(live.current.items, a)?.id;
    if (!from) return null;
    return addConnectorWithTies(cloth, item(`item${n}`, { kind: 'connector', createdAt: n }), [
      { id: `tie${n}x`, from, to: `item${n}`, createdAt: n },
      { id: `tie${n}y`, from: `item${n}`, to: INITIATIVE, createdAt: n },
    ]);
  },
  sit: ({ cloth }, { peer }) => takeSeat(cloth, { holder: `device${peer}`, name: `name${peer}` }).changes,
  addSeat: ({ cloth }) => addSeat(cloth),
  renameSeat: ({ cloth, live }, { a, b }) => renameSeat(cloth, pick(live.current.seats, a)?.id ?? 'none', `s${b}`),
  removeSeat: ({ cloth, live }, { a }) => removeSeat(cloth, pick(live.current.seats, a)?.id ?? 'none'),
  freeSeat: ({ cloth, live }, { a }) => freeSeat(cloth, pick(live.current.seats, a)?.id ?? 'none'),
  mergeSeats: ({ cloth, live }, { a, b }) =>
    mergeSeats(cloth, pick(live.current.seats, a)?.id ?? 'none', pick(live.current.seats, b)?.id ?? 'none'),
  approach: ({ cloth, live }, { a, b }) =>
    setApproach(cloth, pick(live.current.items, a)?.id ?? 'none', pick(['alone', 'group', null] as const, b) ?? null),
  contacted: ({ cloth, live }, { a, b }) =>
    setContacted(cloth, pick(live.current.items, a)?.id ?? 'none', pick(['planned', 'done', null] as const, b) ?? null),
  together: ({ cloth, live }, { a, b, c }) =>
    setTogether(cloth, pick(live.current.items, a)?.id ?? 'none', pick(live.current.items, b)?.id ?? 'none', c % 3 > 0),
  asked: ({ cloth, live }, { a, b }) => setAsked(cloth, pick(live.current.items, a)?.id ?? 'none', b % 2 > 0),
  contact: ({ cloth, live }, { a, b }) => [
    ...setContactWhen(cloth, pick(live.current.items, a)?.id ?? 'none', `when ${b}`),
    ...setContactBy(cloth, pick(live.current.items, b)?.id ?? 'none', `who ${a}`),
  ],
  expected: ({ cloth, live }, { a, b }) => setExpected(cloth, [pick(live.current.ties, a)?.id ?? 'none'], b % 2 > 0),
  language: ({ cloth }, { a }) => setClothLanguage(cloth, a % 2 > 0 ? 'nl' : 'en'),
  minutes: ({ cloth }, { a, b }) => setStepMinutes(cloth, pick(STEP_NUMBERS, a) ?? 1, b % 4 > 0 ? b : null),
  moment: ({ cloth }, { a }, n) => keepMoment(cloth, { name: `moment ${a}`, by: 'Theo', createdAt: n }).changes,
  renameMoment: ({ cloth, live }, { a, b }) =>
    renameMoment(cloth, pick(live.current.moments, a)?.id ?? 'none', `moment ${b}`),
  forget: ({ cloth, live }, { a }) => forgetMoment(cloth, pick(live.current.moments, a)?.id ?? 'none'),
  title: ({ cloth }, { a }) => setTitle(cloth, `title ${a}`),
  clothKind: ({ cloth }, { a }) => setClothKind(cloth, a % 2 ? 'theme' : 'initiative'),
  leadsTo: ({ cloth, live }, { a, b }) =>
    setLeadsTo(cloth, pick(live.current.items, a)?.id ?? 'none', b % 3 > 0 ? `cloth${b}` : null),
  period: ({ cloth }, { a, b }, n) =>
    setPeriod(cloth, dayAt(20_000 + a), dayAt(20_000 + a + (b % 300) - 20), {
      id: `end${n}`,
      by: 'Ria',
      createdAt: n,
    }),
  mark: ({ cloth }, { a, b }, n) =>
    addMarks(cloth, [
      {
        id: `mark${n}`,
        kind: b % 2 ? 'meeting' : 'activity',
        day: b % 7 ? dayAt(20_000 + a) : 'soon',
        ...(b % 2 ? {} : { activity: pick(ACTIVITIES, a) ?? 'naming' }),
        by: 'Ria',
        createdAt: n,
      },
    ]),
  moveMark: ({ cloth, live }, { a, b }) =>
    moveMark(cloth, pick(live.current.programme?.marks ?? [], a)?.id ?? 'none', dayAt(20_000 + b)),
  removeMarks: ({ cloth, live }, { a }) =>
    removeMarks(cloth, [pick(live.current.programme?.marks ?? [], a)?.id ?? 'none']),
  roundOffTheme: ({ cloth }, { a, b }) => roundOffTheme(cloth, b % 3 ? dayAt(20_000 + a) : null, `last ${a}`),
  standAt: ({ cloth }, { a, b }) => standAt(cloth, b % 5 ? (pick(STONES, a) ?? null) : null),
  note: ({ cloth }, { a }, n) =>
    addNote(cloth, { id: `note${n}`, stone: pick(STONES, a) ?? '0', words: `n${a}`, by: 'Theo', createdAt: n }),
  removeNote: ({ cloth, live }, { a }) => removeNote(cloth, pick(live.current.path?.notes ?? [], a)?.id ?? 'none'),
  pathWords: ({ cloth }, { a, b }) => [...setCarriedBy(cloth, `carried ${a}`), ...setFinishedWhen(cloth, `when ${b}`)],
  roundOffPath: ({ cloth }, { a, b }) => roundOffPath(cloth, b % 3 ? dayAt(20_000 + a) : null),
  photo: ({ cloth }, { a, b, c }, n) => {
    const lies = { hash: `hash${a}`, ratio: 0.75, pos: [b, c], width: 100 + a, turn: c } as const;
    return layPhoto(cloth, { id: `photo${n}`, by: 'Ria', createdAt: n, ...lies });
  },
  placePhoto: ({ cloth, live }, { a, b, c }) =>
    placePhoto(cloth, live.current.photo?.id ?? 'none', { pos: [a, -b], width: 200 + b, turn: -c }),
  dimPhoto: ({ cloth, live }, { a }) => dimPhoto(cloth, live.current.photo?.id ?? 'none', a / 999),
  lockPhoto: ({ cloth, live }, { a }) => lockPhoto(cloth, live.current.photo?.id ?? 'none', a % 2 > 0),
  takePhotoAway: ({ cloth, live }, { a }) =>
    a % 3 > 0 ? takePhotoAway(cloth, live.current.photo?.id ?? 'none') : null,
  lines: ({ cloth, live }) => layLines(cloth, clothFileOf(live.current)),
  import: ({ cloth, live }) => {
    const read = readClothFile(writeClothFile(live.current));
    return read.ok ? importClothFile(cloth, read.file) : null;
  },
};

/** Writes one unit no other keystroke has, somewhere in some words. */
function type({ cloth, live }: Peer, { a, b, c }: Happening, n: number): Change[] {
  const target = pick(live.current.items, a);
  const [mark, note] = [pick(live.current.programme?.marks ?? [], a), pick(live.current.path?.notes ?? [], a)];
  const words: Words =
    mark && c % 7 === 0
      ? { of: pick(['words', 'preparation'] as const, b) ?? 'words', mark: mark.id }
      : note && c % 7 === 1
        ? { of: 'words', note: note.id }
        : target && b % 4 > 0
          ? { of: pick(['text', 'text', 'story'] as const, b) ?? 'text', item: target.id }
          : { of: 'initiative' };
  const now = wordsNow(cloth, words);
  if (now === null || now.length >= 100) return [];
  const at = c % (now.length + 1);
  return editWords(cloth, words, now.slice(0, at) + uniqueUnit(n) + now.slice(at), at + 1);
}

function play(happenings: readonly Happening[], peers: number): { table: Table; typed: Set<string> } {
  const table = new Table(peers, (doc) => createCloth(doc, { seats: 4, createdAt: 1 }));
  const typed = new Set<string>();
  happenings.forEach((happened, n) => {
    const peer = table.peers[happened.peer % peers];
    if (!peer) return;
    if (happened.kind === 'deliver') table.deliver(peer, 1 + (happened.a % 4), happened.b);
    else if (happened.kind === 'undo') peer.undo.undo();
    else if (happened.kind === 'redo') peer.undo.redo();
    else if (happened.kind === 'type') {
      const changes = type(peer, happened, n);
      if (changes.length > 0) typed.add(uniqueUnit(n));
      peer.undo.push(changes);
    } else peer.undo.push(INTENTS[happened.kind]?.(peer, happened, n) ?? []);
    expect(peer.live.current).toEqual(readSnapshot(peer.cloth));
  });
  table.settle();
  return { table, typed };
}

const RUNS = { numRuns: Number(process.env.CONVERGENCE_RUNS ?? 200) };
const WIRE = ['deliver', 'deliver', 'deliver'];
const WRITES = [...Object.keys(INTENTS), 'addItem', 'type', 'type', 'type'];

/** How often every intent is carried out, each time on other things. */
const ROUNDS = 12;

it('every key that an intent writes has a row in the table of its record, and every row is written by an intent', () => {
  const [peer] = new Table(1, (doc) => createCloth(doc, { seats: 4, createdAt: 1 })).peers;
  const random = randomFrom(7);
  const kinds = [...Array(6).fill('addItem'), ...Array(ROUNDS).fill(Object.keys(INTENTS)).flat()];
  const unwritten = new Set(peer && rowsNotWritten(peer.cloth));
  for (const [n, kind] of kinds.entries()) {
    const [a = 0, b = 0, c = 0] = [random(), random(), random()].map((one) => Math.floor(one * 1_000));
    if (peer && INTENTS[kind]?.(peer, { kind, peer: 0, a, b, c }, n) === null) continue;
    const left = new Set(peer && rowsNotWritten(peer.cloth));
    for (const row of unwritten) if (!left.has(row)) unwritten.delete(row);
  }
  expect(peer && keysWithoutRow(peer.cloth)).toEqual([]);
  expect([...unwritten]).toEqual([]);
});

describe('four peers, late and interleaved delivery, some offline for long', () => {
  it('all see the same cloth in the end, and the live snapshot is the whole snapshot at every moment', () => {
    const history = fc.array(happening([...WRITES, ...WIRE, 'undo', 'redo']), { maxLength: 80 });
    fc.assert(
      fc.property(history, (happenings) => {
        const { table } = play(happenings, 4);
        const [first, ...others] = table.snapshots();
        for (const other of others) expect(other).toEqual(first);
        for (const peer of table.peers) expect(peer.live.current).toEqual(first);
      }),
      RUNS,
    );
  });

  it('no word that anyone wrote is lost, whatever the others remove, move or import', () => {
    const history = fc.array(happening([...WRITES, ...WIRE]), { maxLength: 80 });
    fc.assert(
      fc.property(history, (happenings) => {
        const { table, typed } = play(happenings, 4);
        for (const { cloth } of table.peers) {
          const words = allWords(cloth);
          for (const unit of typed) expect(words).toContain(unit);
        }
      }),
      RUNS,
    );
  });

  it("one person's undo never takes another's words", () => {
    const history = fc.array(happening([...WRITES, ...WIRE]), { maxLength: 60 });
    fc.assert(
      fc.property(history, fc.nat(3), (happenings, undoer) => {
        const { table, typed } = play(happenings, 4);
        const own = new Set(
          happenings.flatMap(({ peer }, n) => (peer % 4 === undoer ? [uniqueUnit(n)] : [])).filter((u) => typed.has(u)),
        );
        const peer = table.peers[undoer];
        while (peer?.undo.undo());
        table.settle();
        const words = allWords(table.peers[0]?.cloth ?? table.peers[1]?.cloth ?? fail());
        for (const unit of typed) if (!own.has(unit)) expect(words).toContain(unit);
      }),
      RUNS,
    );
  });
});

function fail(): never {
  throw new Error('there are four peers');
}
