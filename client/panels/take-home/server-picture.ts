import type { PictureId } from '../../../shared/formats/pictures/pictures.ts';
import { SHEET_ADDRESSES, type Sheet } from '../../../shared/model/sheets.ts';
import { PAGE_PARTS, type PageChoice } from '../../../shared/scene/page-choice.ts';
import type { Language } from '../../../shared/text/language.ts';
import { ApiError } from '../../document/api.ts';
import type { Taken } from './use-page-choice.ts';

/** The server draws one page at a time, so one may have to wait for others', ms. */
const PATIENCE_MS = 60_000;

/** What of a cloth the server can draw: what is selected here it does not know. */
export type KnownToServer = Exclude<Taken, { readonly of: 'selection' }>;

export function knownToServer(taken: Taken): taken is KnownToServer {
  return taken.of !== 'selection';
}

interface Wanted {
  readonly id: string;
  readonly sheet: Sheet;
  readonly key: string;
  readonly form: PictureId;
  /** What of it is shown, in the words of the address. */
  readonly shown: Readonly<Record<string, string>>;
  readonly choice: PageChoice;
  readonly language: Language;
}

/** What is shown, in the words of the address. */
export function shownBy(taken: KnownToServer): Readonly<Record<string, string>> {
  switch (taken.of) {
    case 'edge':
      return { part: `edge:${taken.seat}` };
    case 'position':
      return { part: `position:${taken.letter}` };
    case 'moment':
      return { view: `moment:${taken.id}` };
    case 'since':
      return { view: `since:${[taken.id, ...(taken.to === null ? [] : [taken.to])].join(',')}` };
    case 'positions':
    case 'path':
      return { view: taken.of };
    case 'whole':
      return {};
  }
}

/** The page as the server draws it, in forms that a browser does not make. Throws {@link ApiError}. */
export async function serverPicture({ id, sheet, key, form, shown, choice, language }: Wanted): Promise<Blob> {
  const { paper, names, colours, tile } = choice;
  const query = new URLSearchParams({
    format: form,
    ...shown,
    paper: paper === 'own' ? 'cloth' : paper === 'slide' ? paper : paper.toUpperCase(),
    names,
    colours,
    locale: language,
    ...(form === 'pdf' && tile && paper !== 'slide' && { tile: tile.toUpperCase() }),
    ...Object.fromEntries(PAGE_PARTS.map((flag) => [flag, choice[flag] ? '1' : '0'])),
  });
  const address = `/api/${SHEET_ADDRESSES[sheet].api}/${encodeURIComponent(id)}/export?${query}`;
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${key}` },
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new ApiError('offline', 0);
  });
  if (!answer.ok) throw new ApiError('refused', answer.status);
  return answer.blob().catch(() => {
    throw new ApiError('offline', 0);
  });
}
