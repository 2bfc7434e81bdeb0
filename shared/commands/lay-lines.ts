import { type Change, type Plain, recordAt, type Writer, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import type { ClothFile } from '../formats/cloth-file.ts';
import { isSaid, MARK_FIELDS, NOTE_FIELDS, PATH_FIELDS, PROGRAMME_FIELDS, type Table } from '../model/records.ts';

type Told = Readonly<Record<string, unknown>> & { readonly id: string };

/** Lays the line and the path of a file: marks and notes are added or come back, and what was said here already stays said. */
export function layLines(cloth: ClothDoc, { programme, path }: ClothFile): Change[] {
  return write(cloth, (writer) => {
    if (programme) {
      fillFields(cloth, writer, 'programme', PROGRAMME_FIELDS, programme);
      for (const mark of programme.marks) layRecord(cloth, writer, 'programme', MARK_FIELDS, mark);
    }
    if (path) {
      fillFields(cloth, writer, 'path', PATH_FIELDS, path);
      for (const note of path.notes) layRecord(cloth, writer, 'path', NOTE_FIELDS, note);
    }
  });
}

function fillFields(
  cloth: ClothDoc,
  writer: Writer,
  root: 'programme' | 'path',
  table: Table,
  told: Readonly<Record<string, unknown>>,
): void {
  for (const key of Object.keys(table)) {
    const value = told[key];
    if (typeof value === 'string' && isSaid(value) && !cloth[root].has(key)) writer.set([root], key, value);
  }
}

function layRecord(cloth: ClothDoc, writer: Writer, root: 'programme' | 'path', table: Table, record: Told): void {
  if (recordAt(cloth, [root, record.id])) {
    writer.set([root, record.id], 'removed', undefined);
    return;
  }
  const texts = Object.entries(table).filter(([, { kept }]) => kept === 'text');
  const words = Object.fromEntries(texts.map(([key]) => [key, String(record[key] ?? '')]));
  const { id, ...fields } = Object.fromEntries(Object.entries(record).filter(([key]) => !(key in words)));
  writer.create(root, record.id, fields as Readonly<Record<string, Plain>>, words);
}
