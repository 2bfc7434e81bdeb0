import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { ROLES } from '../../shared/model/protocol.ts';
import { SHEETS, type Sheet, sheetOf } from '../../shared/model/sheets.ts';
import { exportQuerySchema } from '../http/schemas.ts';
import { type BackupReport, readBackup } from './backup.ts';
import { type Operator, Refused } from './operator.ts';

const { format: EXPORTED, ...LOOK_SCHEMAS } = exportQuerySchema.shape;
const EXPORTS = EXPORTED.unwrap().options;
/** How a form may be made otherwise than usually: the words of the API's query are the switches of the command. */
const LOOKS = Object.keys(LOOK_SCHEMAS);

export const USAGE = `npm run admin -- list                      all tablecloths
npm run admin -- show <id>                 what one holds, in numbers
npm run admin -- export <id> <form> [file] one as a file, of a form below; beside you, under its own name, unless you say where
npm run admin -- delete <id> --yes         delete one for good
npm run admin -- rotate <id> <role>        a new link in place of all before (${ROLES.join(', ')})
npm run admin -- repair                    bring a damaged data directory back to what can be read of it
npm run backup -- <file>                   save all; <file>.gz is compressed
npm run restore -- <file>                  put back all that are not there
npm run restore -- <file> --readable       of a damaged backup, all that can be read of it
forms to export: ${EXPORTS.join(', ')}
with ${LOOKS.map((look) => `--${look} …`).join(' ')} (what each may be: docs/api.md)`;

const SWITCHES = {
  yes: { type: 'boolean', default: false },
  readable: { type: 'boolean', default: false },
} as const;
const OPTIONS = { ...SWITCHES, ...Object.fromEntries(LOOKS.map((look) => [look, { type: 'string' } as const])) };

/** Something in the command itself is wrong; the usage is shown with it. */
export class UsageError extends Error {}

/** What was asked is done, but not of every cloth; the message says of which not. */
export class Incomplete extends Error {}

/** Does what the words after the command's name ask; resolves with what to tell the operator. */
export async function runCommand(operator: Operator, words: readonly string[]): Promise<string> {
  const { values, positionals } = parsed(words);
  const [command, ...rest] = positionals;
  switch (command) {
    case 'list':
      return list(operator);
    case 'show':
      return JSON.stringify(await operator.show(needed(rest[0], 'id')), null, 2);
    case 'export':
      return exportTo(operator, needed(rest[0], 'id'), needed(rest[1], 'form'), rest[2], values);
    case 'delete': {
      const id = needed(rest[0], 'id');
      if (!values.yes) throw new UsageError('deleting cannot be undone: add --yes');
      await operator.delete(id);
      return `${id} is deleted`;
    }
    case 'rotate': {
      const role = ROLES.find((known) => known === rest[1]);
      if (!role) throw new UsageError(`the role must be one of ${ROLES.join(', ')}`);
      return operator.rotate(needed(rest[0], 'id'), role);
    }
    case 'backup':
      return backup(operator, needed(rest[0], 'file'));
    case 'restore':
      return restore(operator, needed(rest[0], 'file'), values.readable);
    default:
      throw new UsageError(command ? `there is no command ${command}` : 'say what to do');
  }
}

/** Writes a cloth into a file that is not there yet. A cloth file needs no form, only a name that ends as such. */
async function exportTo(
  operator: Operator,
  id: string,
  form: string,
  file: string | undefined,
  values: Readonly<Record<string, string | boolean | undefined>>,
): Promise<string> {
  const isName = file === undefined && form.endsWith('.json');
  const format = isName ? 'json' : form;
  if (!EXPORTS.some((known) => known === format)) {
    throw new UsageError(`${format} is no form to export; there are ${EXPORTS.join(', ')}`);
  }
  const looks = Object.fromEntries(
    LOOKS.flatMap((look) => (typeof values[look] === 'string' ? [[look, values[look]]] : [])),
  );
  const { bytes, name } = await operator.export(id, { ...looks, format });
  const path = isName ? form : (file ?? name);
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${path} is there already, and is left as it is`) : error;
  });
  return `${id} is in ${path}`;
}

/** The words of a command line, and its switches; one that is not known is no word. */
function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function needed(word: string | undefined, name: string): string {
  if (word === undefined) throw new UsageError(`<${name}> is missing`);
  return word;
}

async function list(operator: Operator): Promise<string> {
  const cloths = await operator.list();
  const day = (time: number | null): string => (time === null ? '-' : new Date(time).toISOString().slice(0, 10));
  const rows = cloths
    .sort((a, b) => b.changedAt - a.changedAt)
    .map((cloth) => [
      cloth.id,
      cloth.kind ?? 'damaged',
      day(cloth.createdAt),
      day(cloth.changedAt),
      String(cloth.connections),
      [cloth.deletedAt === null ? [] : [`will be deleted ${day(cloth.deletedAt)}`], cloth.damage ?? []]
        .flat()
        .join('; '),
    ]);
  const table = [['id', 'kind', 'made', 'changed', 'connected', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Writes beside the file first, so that a backup that breaks off is never taken for a whole one. */
async function backup(operator: Operator, file: string): Promise<string> {
  const unfinished = `${file}.unfinished`;
  try {
    const lines = await operator.backup();
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await (file.endsWith('.gz') ? pipeline(lines, createGzip(), target) : pipeline(lines, target));
    const { saved, damaged, leftOut, faults } = await countCloths(opened(unfinished, file.endsWith('.gz')));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    await rename(unfinished, file);
    const said = [`${counted(saved)} are in ${file}`];
    if (damaged.length > 0) said.push(`not all could be read of: ${damaged.join(', ')}`);
    if (leftOut.length === 0) return said.join('\n');
    throw new Incomplete([...said, `damaged, and NOT in it: ${leftOut.join(', ')}`].join('\n'));
  } catch (error) {
    if (!(error instanceof Incomplete)) await rm(unfinished, { force: true });
    throw error;
  }
}

async function countCloths(source: Readable): Promise<BackupReport & { saved: Counts; damaged: string[] }> {
  const saved = noneYet();
  const damaged: string[] = [];
  const report: BackupReport = { leftOut: [], faults: [] };
  for await (const { record, damage } of readBackup(source, report)) {
    saved[sheetOf(record)] += 1;
    if (damage !== null) damaged.push(`${record.id} (${damage})`);
  }
  return { ...report, saved, damaged };
}

/** How many there are of each kind of sheet. */
type Counts = Record<Sheet, number>;

const noneYet = (): Counts => ({ cloth: 0, theme: 0, commons: 0 });
const SHEET_NAMES = {
  cloth: ['tablecloth', 'tablecloths'],
  theme: ['theme sheet', 'theme sheets'],
  commons: ['network room', 'network rooms'],
} as const satisfies Readonly<Record<Sheet, readonly [one: string, many: string]>>;

/** In words: tablecloths always, also when there are none, and of the other kinds those that there are. */
function counted(counts: Counts): string {
  const kinds = SHEETS.filter((sheet) => sheet === 'cloth' || counts[sheet] > 0);
  return kinds
    .map((sheet) => `${counts[sheet]} ${SHEET_NAMES[sheet][counts[sheet] === 1 && sheet !== 'cloth' ? 0 : 1]}`)
    .join(', ');
}

/**
 * Reads the whole file before anything is put back, so that a bad one changes nothing unless that is asked for. One cloth
 * that cannot be put back keeps none of the others.
 */
async function restore(operator: Operator, file: string, asFarAsReadable: boolean): Promise<string> {
  const isCompressed = file.endsWith('.gz');
  const { faults } = await countCloths(opened(file, isCompressed));
  if (faults.length > 0 && !asFarAsReadable) {
    throw new Error([...faults, 'nothing was put back; --readable puts back what can be read'].join('\n'));
  }
  const restored = noneYet();
  let present = 0;
  const failed: string[] = [];
  // Individual cloths hang on their joint one, which has to be there first.
  for (const individual of [false, true]) {
    for await (const cloth of readBackup(opened(file, isCompressed), { leftOut: [], faults: [] })) {
      const { id, parent } = cloth.record;
      if ((parent !== undefined) !== individual) continue;
      try {
        if (await operator.restore(cloth)) restored[sheetOf(cloth.record)] += 1;
        else present += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        failed.push(`${id} (${error.message})`);
      }
    }
  }
  const said = `${counted(restored)} are back; ${present} were there already and are left as they are`;
  if (failed.length === 0 && faults.length === 0) return said;
  const notBack = failed.length === 0 ? [] : [`NOT put back: ${failed.join(', ')}`];
  throw new Incomplete([said, ...faults, ...notBack].join('\n'));
}

function opened(file: string, isCompressed: boolean): Readable {
  const source = createReadStream(file);
  if (!isCompressed) return source;
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  return source.pipe(plain);
}
