import {
  CLOTH_FILE,
  type ClothFile,
  type FileProblem,
  type LeftOut,
  readClothFile,
} from '../../../shared/formats/cloth-file.ts';
import type { Texts } from '../../i18n/nl.ts';

/** A file that can be laid on a cloth. */
export interface ChosenFile {
  readonly ok: true;
  readonly file: ClothFile;
  readonly leftOut: LeftOut;
  readonly title: string;
}

type Refused = { readonly ok: false; readonly why: FileProblem | { readonly problem: 'unreadable' } };

/** UTF-8 takes at most three bytes for a UTF-16 unit: a file past this is too long without being read. */
const MOST_BYTES = 3 * CLOTH_FILE.maxLength;

/** Reads a file from this device. Never throws. */
export async function readChosenFile(chosen: Blob): Promise<ChosenFile | Refused> {
  if (chosen.size > MOST_BYTES) return { ok: false, why: { problem: 'too-large' } };
  let text: string;
  try {
    text = await chosen.text();
  } catch {
    return { ok: false, why: { problem: 'unreadable' } };
  }
  const read = readClothFile(text);
  if (!read.ok) return read;
  const { file, leftOut } = read;
  return { ok: true, file, leftOut, title: file.initiative || file.meta.title };
}

export function problemOf(why: Refused['why'], { problems: { file } }: Texts): string {
  switch (why.problem) {
    case 'too-large':
      return file.tooLarge;
    case 'no-json':
      return file.noJson;
    case 'no-cloth':
      return file.noCloth;
    case 'newer-version':
      return file.newerVersion;
    case 'malformed':
      return file.malformed(why.where);
    case 'unreadable':
      return file.unreadable;
  }
}
