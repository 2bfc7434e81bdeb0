import { digits, type Row, type Table } from '../table.ts';
import { CONTENDERS, type ContenderName } from './contenders.ts';
import { highestLoad } from './highest-load.ts';
import { HELD_MS } from './scenarios.ts';

/** At least so many times what the others hold. */
const TARGET = 1.5;
const JUDGED: readonly ContenderName[] = ['reference', 'hocuspocus'];

/** How much one cloth takes before it is felt. One climb for each contender: its steps are far larger than its noise. */
export async function loadPart(): Promise<readonly Table[]> {
  const held = new Map<ContenderName, number>();
  for (const contender of CONTENDERS) held.set(contender, await highestLoad(contender));
  const ours = held.get('tafelkleed') ?? Number.NaN;
  const rows = [...held].map(([contender, load]): Row => {
    const isJudged = JUDGED.includes(contender);
    const ratio = ours / load;
    const cells = [contender, digits(load, 0), isJudged ? digits(ratio, 2) : '', isJudged ? `≥ ${TARGET}` : ''];
    return { cells, met: isJudged ? ratio >= TARGET : null };
  });
  return [
    {
      about: `Highest load held: messages that others were to hear, per second, on a cloth of sixty (presence may be left out for a newer one; edits may not), with 99 of 100 edits seen within ${HELD_MS} ms.`,
      head: ['server', 'messages/s', 'ours is so many times that', 'target'],
      rows,
    },
  ];
}
