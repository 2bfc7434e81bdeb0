import { digits, type Row, type Table } from '../table.ts';
import { CONTENDERS, type ContenderName } from './contenders.ts';
import { type Memory, measureMemory } from './memory.ts';

const KB = 1_000;
/** Most bytes for each, on this server. */
const MEASURES: readonly { readonly name: string; readonly of: keyof Memory; readonly most: number }[] = [
  { name: 'an idle connection', of: 'perConnection', most: 8 * KB },
  { name: 'an open cloth of twenty items, at rest', of: 'perRoom', most: 80 * KB },
  { name: 'a cloth that everyone left', of: 'perLeftRoom', most: 1 * KB },
];

/** What stays in memory; a thousand cloths are opened and left again. */
export async function memoryPart(): Promise<readonly Table[]> {
  const all = new Map<ContenderName, Memory>();
  for (const contender of CONTENDERS) all.set(contender, await measureMemory(contender));
  const rows = MEASURES.map(({ name, of, most }): Row => {
    const cells = CONTENDERS.map((contender) => digits((all.get(contender)?.[of] ?? Number.NaN) / KB, 1));
    return {
      cells: [name, ...cells, `≤ ${most / KB}`],
      met: (all.get('tafelkleed')?.[of] ?? Number.POSITIVE_INFINITY) <= most,
    };
  });
  return [
    {
      about: 'Memory of live objects, kB: for each of 1,000 connections, and for each of 1,000 cloths, open and left.',
      head: ['for', ...CONTENDERS, 'target'],
      rows,
    },
  ];
}
