import type { Config } from '../core/config.ts';
import { repairStore } from '../storage/level-repair.ts';
import { findDoor } from './admin-endpoint.ts';
import { Incomplete, UsageError } from './commands.ts';
import { Operator } from './operator.ts';

/** Brings a data directory that is not whole back to what can be read of it; resolves with what to tell the operator. */
export async function repair({ dataDir, databaseUrl }: Config): Promise<string> {
  if (databaseUrl !== null) throw new UsageError('repair is for a data directory; PostgreSQL has its own tools');
  const door = await findDoor(dataDir);
  if (door && (await new Operator(door).isOpen())) throw new Error('stop the server first: it has this directory open');
  const { problems, setAside, expected, cloths } = await repairStore(dataDir);
  const said = problems.map((problem) => `found: ${problem}`);
  if (setAside !== null) said.push(`all files as they were are in ${setAside}`);
  const of = expected === null ? '' : ` of the ${expected} that were written down`;
  said.push(`${cloths.length} tablecloths are there${of}`);
  const damaged = cloths.flatMap(({ id, damage }) => (damage === null ? [] : [`${id} (${damage})`]));
  if (damaged.length > 0) said.push(`not all can be read of: ${damaged.join(', ')}`);
  if (setAside === null) said.push('all files can be read; nothing was changed');
  const text = said.join('\n');
  if (damaged.length > 0 || (expected !== null && cloths.length < expected)) throw new Incomplete(text);
  return text;
}
