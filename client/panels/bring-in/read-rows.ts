import Papa from 'papaparse';
import { type BroughtList, readList } from '../../../shared/formats/brought-list.ts';
import { entriesOf } from '../../../shared/formats/pasted-words.ts';

/** Longest list that is read, UTF-16 units: many times what a cloth holds. */
const LONGEST = 2_000_000;
/** Signs between cells, in this order: a comma alone may be part of the words. */
const BETWEEN = ['\t', ';', ','] as const;

/** Reads a list or table of words: what was pasted, or what stood in a text or CSV file. Null when it is too long. */
export function readRows(text: string): BroughtList | null {
  if (text.length > LONGEST) return null;
  const plain = text.replace(/^\ufeff/, '');
  const between = BETWEEN.find((sign) => isTable(plain, sign));
  if (between === undefined) return readList(entriesOf(plain).map((entry) => [entry]));
  return readList(Papa.parse<string[]>(plain, { delimiter: between, skipEmptyLines: false }).data);
}

/** Whether the first rows have as many cells each, and more than one. */
function isTable(text: string, delimiter: string): boolean {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 20, skipEmptyLines: 'greedy' });
  const [first] = data;
  return data.length > 1 && (first?.length ?? 0) > 1 && data.every(({ length }) => length === first?.length);
}

/** The words of a file: as UTF-8, or, where that is not what it is, as older spreadsheets write on Windows. */
export async function decoded(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
