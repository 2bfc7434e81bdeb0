import { ApiError } from '../document/api.ts';
import type { FirstTexts } from '../i18n/nl/first.ts';

/** What to tell a person about something the server refused or could not be reached for. */
export function problemText(error: unknown, { problems }: FirstTexts): string {
  if (!(error instanceof ApiError)) return problems.unexpected;
  if (error.code === 'offline') return problems.network;
  if (error.code === 'anothers-cloth') return problems.anothersCloth;
  switch (error.status) {
    case 401:
    case 403:
      return problems.forbidden;
    case 413:
      return problems.tooLarge;
    case 429:
    case 503:
      return problems.busy;
    default:
      return problems.server;
  }
}
