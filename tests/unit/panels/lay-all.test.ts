import { expect, test } from 'vitest';
import { LARGEST_CHANGE } from '../../../client/document/too-large.ts';
import { layAll } from '../../../client/panels/together/lay-all.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { type ClothFile, clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { emptyCloth, item } from '../../support/cloth.ts';
import { localSession } from '../../support/local-session.ts';

/** Words of which every character is three bytes on the wire. */
const STORY = '語'.repeat(3_000);

/** What somebody made alone: so many connectors, each with a long story and an ingredient. */
function sheetOf(name: string, connectors: number): ClothFile {
  const cloth = emptyCloth();
  const each = Array.from({ length: connectors }, (_, nth) => nth);
  addItems(
    cloth,
    each.flatMap((nth) => [
      item(`${name}${nth}`, { clarification: STORY, createdAt: nth }),
      item(`${name}${nth} schakel`, { kind: 'connector', story: STORY, clarification: STORY, createdAt: nth }),
    ]),
  );
  const ties = each.map((nth) => ({
    id: `${name}${nth}t`,
    from: `${name}${nth}`,
    to: `${name}${nth} schakel`,
    createdAt: nth,
  }));
  addTies(cloth, ties);
  return clothFileOf(readSnapshot(cloth));
}

/** The joint cloth, and who sits at it. */
function joint() {
  const session = localSession();
  return { session, seats: session.snapshot.getState().seats.map(({ id }) => id) };
}

test('a cloth larger than one message holds is laid with the others, all as one step to take back', () => {
  const { session, seats } = joint();
  const [gemma = '', theo = ''] = seats;
  const large = sheetOf('gemma', 100);
  expect(Buffer.byteLength(JSON.stringify(large))).toBeGreaterThan(LARGEST_CHANGE);
  const sheets = [
    { seat: gemma, file: large },
    { seat: theo, file: sheetOf('theo', 2) },
  ];
  expect(layAll(session, sheets)).toEqual({ came: 204, from: [gemma, theo], away: 0, stopped: null });
  const laid = session.snapshot.getState();
  expect(laid.ties).toHaveLength(102);
  expect(byId(laid.items).get('gemma99')?.seat).toBe(gemma);
  // Laid twice is laid once.
  expect(layAll(session, sheets)).toMatchObject({ came: 0, stopped: null });
  session.undo();
  expect(session.snapshot.getState().items).toEqual([]);
});

test('one that is too large for any message is passed by, and the others are laid', () => {
  const { session, seats } = joint();
  const [gemma = '', theo = ''] = seats;
  const outcome = layAll(session, [
    { seat: gemma, file: sheetOf('gemma', 300) },
    { seat: theo, file: sheetOf('theo', 2) },
  ]);
  expect(outcome).toMatchObject({ came: 4, from: [theo], stopped: 'too-large' });
});
