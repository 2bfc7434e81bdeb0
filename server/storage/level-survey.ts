import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, sizeOf } from './file-access.ts';
import { lastSequenceOf, type Manifest, readManifest } from './level-manifest.ts';
import { readSummary, type Summary } from './level-summary.ts';
import { hasIndex } from './level-table.ts';
import { type LogFault, readLogFile } from './level-wal.ts';

/** Lies in a data directory while it is being repaired. */
export const REPAIRING_FILE = 'repairing';

/** What lies in a data directory, found by reading alone. */
export interface Survey {
  /** Whether there is no store yet, and never was one. */
  readonly isNew: boolean;
  /** Why LevelDB must not open these files: it would go on without what is missing, and delete what it then no longer needs. */
  readonly problems: readonly string[];
  /** Log files whose last write was cut off, as a crash leaves them: what was acknowledged is in them. */
  readonly cutOff: readonly { readonly name: string; readonly offset: number }[];
  /** The number of the last write that can be read. */
  readonly lastSequence: number;
  readonly summary: Summary | null;
  /** Whether there is a summary that cannot be read. */
  readonly summaryDamaged: boolean;
}

const TABLE = /^(\d+)\.(?:ldb|sst)$/;
const LOG = /^(\d+)\.log$/;

/** Looks through the files of a store that no process has open, and changes nothing. */
export async function survey(directory: string): Promise<Survey> {
  const names = await filesIn(directory);
  const known = await readSummary(directory);
  const summary = known === 'damaged' ? null : known;
  const about = { summary, summaryDamaged: known === 'damaged' };
  const written = names.filter((name) => TABLE.test(name) || LOG.test(name));
  const hasCurrent = names.includes('CURRENT');
  const hadWrites = known === 'damaged' || (summary !== null && summary.lastSequence > 0);
  if (!hasCurrent && written.length === 0 && !hadWrites) {
    return { ...about, isNew: true, problems: [], cutOff: [], lastSequence: 0 };
  }
  const found = hasCurrent
    ? await readFiles(directory, names)
    : { problems: ['CURRENT is missing'], cutOff: [], lastSequence: 0 };
  const problems = [...found.problems];
  if (names.includes(REPAIRING_FILE)) problems.push('a repair was begun and not finished');
  if (summary && problems.length === 0) problems.push(...againstSummary(found, summary));
  if (summary && problems.length > 0) problems.push(`${summary.cloths} tablecloths were in it`);
  return { ...about, isNew: false, problems, cutOff: found.cutOff, lastSequence: found.lastSequence };
}

type Found = Pick<Survey, 'problems' | 'cutOff' | 'lastSequence'>;

/** What is missing according to what was written down when all was well. */
function againstSummary({ cutOff, lastSequence }: Found, summary: Summary): string[] {
  if (lastSequence < summary.lastSequence) {
    return [`writes ${lastSequence + 1} to ${summary.lastSequence} are missing`];
  }
  return summary.closed ? cutOff.map(({ name }) => `${name} is cut off`) : [];
}

async function readFiles(directory: string, names: readonly string[]): Promise<Found> {
  const problems: string[] = [];
  const cutOff: { name: string; offset: number }[] = [];
  const heed = (name: string, fault: LogFault | null): void => {
    if (fault?.atEnd) cutOff.push({ name, offset: fault.offset });
    else if (fault) problems.push(`${name} cannot be read from byte ${fault.offset} on`);
  };
  const current = (await readFile(join(directory, 'CURRENT'), 'utf8')).trimEnd();
  if (!/^MANIFEST-\d+$/.test(current)) return { problems: ['CURRENT is damaged'], cutOff, lastSequence: 0 };
  if (!names.includes(current)) return { problems: [`${current} is missing`], cutOff, lastSequence: 0 };
  const { records: edits, fault } = readLogFile(await readFile(join(directory, current)));
  heed(current, fault);
  const manifest = readManifest(edits);
  if (!manifest || edits.length === 0) return { problems: [`${current} is damaged`], cutOff, lastSequence: 0 };
  problems.push(...(await tableProblems(directory, manifest)));
  let { lastSequence } = manifest;
  const logs = names.filter((name) => Number(LOG.exec(name)?.[1] ?? -1) >= manifest.logNumber).sort();
  // It is there from before the manifest names it until the manifest names a later one. A new store's manifest names none.
  if (manifest.logNumber > 0 && !logs.some((name) => Number(LOG.exec(name)?.[1]) === manifest.logNumber)) {
    problems.push(`${String(manifest.logNumber).padStart(6, '0')}.log is missing`);
  }
  for (const name of logs) {
    const { records, fault: inLog } = readLogFile(await readFile(join(directory, name)));
    heed(name, inLog);
    lastSequence = Math.max(lastSequence, lastSequenceOf(records));
  }
  return { problems, cutOff, lastSequence };
}

async function tableProblems(directory: string, { tables }: Manifest): Promise<string[]> {
  const problems: string[] = [];
  for (const [number, bytes] of tables) {
    const name = String(number).padStart(6, '0');
    const paths = [`${name}.ldb`, `${name}.sst`].map((file) => join(directory, file));
    const sizes = await Promise.all(paths.map(sizeOf));
    const at = sizes.findIndex((size) => size >= 0);
    const path = paths[at];
    if (path === undefined) problems.push(`${name}.ldb is missing`);
    else if (sizes[at] !== bytes) problems.push(`${name}.ldb has ${sizes[at]} bytes in place of ${bytes}`);
    else if (!(await hasIndex(path))) problems.push(`${name}.ldb has no index that can be read`);
  }
  return problems;
}
