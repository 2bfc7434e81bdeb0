import type { ClothFile } from './cloth-file.ts';

/**
 * About how much of a file goes into one part, in UTF-16 units of its JSON. One unit is at most three bytes in UTF-8, so
 * that a part stays under what one change of a document may be (2 MiB), with room for what the document adds.
 */
const PART = 400_000;

/**
 * A file in parts that are each a file, to lay one after the other: all items first, then all ties, then all moments. Only the first names
 * the initiative, and each holds all seats, so that laying them all is laying the file. One part for most files.
 */
export function partsOfFile(file: ClothFile): readonly ClothFile[] {
  if (JSON.stringify(file).length <= PART) return [file];
  const { moments = [], programme, path, ...cloth } = file;
  const rest: ClothFile = { ...cloth, initiative: '' };
  const parts = [
    ...chunks(file.items).map((items): ClothFile => ({ ...rest, items, ties: [] })),
    ...chunks(file.ties).map((ties): ClothFile => ({ ...rest, items: [], ties })),
    ...chunks(moments).map((some): ClothFile => ({ ...rest, items: [], ties: [], moments: some })),
  ];
  return parts.map((part, nth) =>
    nth === 0 ? { ...part, initiative: file.initiative, ...(programme && { programme }), ...(path && { path }) } : part,
  );
}

/** Records in runs of about {@link PART}, in their order. */
function chunks<T>(records: readonly T[]): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    const run = runs.at(-1);
    if (run && size <= room) run.push(record);
    else {
      runs.push([record]);
      room = PART;
    }
    room -= size;
  }
  return runs;
}
