import { digits, type Row, type Table } from '../table.ts';
import type { ContenderName } from './contenders.ts';
import { type Joins, measureJoins, SIZES } from './joins.ts';

/** Those that keep documents. */
const KEEPERS: readonly ContenderName[] = ['tafelkleed', 'reference', 'hocuspocus'];
/** The cold join of the largest cloth, as a part of the reference server's. */
const MOST_COLD = 0.5;
const MOST_RETURNING_BYTES = 1_000;
const LOST: Joins = { coldMs: Number.NaN, warmMs: Number.NaN, returningBytes: Number.NaN };

/** Coming in on cloths of several sizes, and coming back to them. */
export async function joinsPart(): Promise<readonly Table[]> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const all = new Map<ContenderName, Joins>();
    for (const contender of KEEPERS) {
      const joins = measureJoins(contender, size);
      // A peer may have lost what it was given, and then has no figure; that this server has is not to be passed over.
      all.set(contender, await (contender === 'tafelkleed' ? joins : joins.catch(() => LOST)));
    }
    const of = (key: keyof Joins): number[] => KEEPERS.map((contender) => all.get(contender)?.[key] ?? Number.NaN);
    const name = `${size.items.toLocaleString('en')} items, ${size.edits.toLocaleString('en')} edits`;
    const [cold, warm, returning] = [of('coldMs'), of('warmMs'), of('returningBytes')];
    const ratio = (cold[0] ?? Number.NaN) / (cold[1] ?? Number.NaN);
    const isLargest = size === SIZES.at(-1);
    rows.push(
      {
        cells: [
          `${name}: cold, ms`,
          ...cold.map((ms) => digits(ms, 0)),
          digits(ratio, 2),
          isLargest ? `≤ ${MOST_COLD}` : '',
        ],
        met: isLargest ? ratio <= MOST_COLD : null,
      },
      { cells: [`${name}: warm, ms`, ...warm.map((ms) => digits(ms, 0)), '', ''], met: null },
      {
        cells: [
          `${name}: back after 20 edits, bytes`,
          ...returning.map((bytes) => digits(bytes, 0)),
          '',
          `≤ ${MOST_RETURNING_BYTES}`,
        ],
        met: (returning[0] ?? Number.NaN) <= MOST_RETURNING_BYTES,
      },
    );
  }
  return [
    {
      about:
        'From the connection to the whole cloth in a client: cold on a server that has just started, warm while others are there. All keep their documents on disk.',
      head: ['cloth', ...KEEPERS, 'ratio to reference', 'target'],
      rows,
    },
  ];
}
