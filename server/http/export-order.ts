import type { z } from 'zod';
import { isOffered, partIsOf } from '../../shared/formats/offered.ts';
import { isPicture } from '../../shared/formats/pictures/pictures.ts';
import type { Hangable } from '../../shared/model/sheets.ts';
import type { Order } from '../export/take-home.ts';
import { Problem } from './problem.ts';
import type { exportQuerySchema } from './schemas.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

const SHOWN = { positions: 'it by position', path: 'the path' };

/** What is ordered of a sheet by the words of a query, today. Throws a `bad-request` that names what cannot be. */
export function orderOf(query: z.output<typeof exportQuerySchema>, sheet: Hangable): Order {
  const { format, names, stories, locale, width, part, view, ...looks } = query;
  const { when, instead } = view;
  const isNow = when.moment === null && when.since === null;
  if (instead && !isPicture(format)) throw new Problem('bad-request', `view: only pictures show ${SHOWN[instead.of]}`);
  requireOffered(query, sheet);
  if (format === 'json') {
    if (!isNow) throw new Problem('bad-request', 'view: a cloth file holds all of it');
    return { format };
  }
  // Of a day: what is asked for twice is the same twice.
  const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const choice = { language: locale, now };
  if (isPicture(format)) {
    const page = { ...looks, names };
    return { format, when, choice: { ...choice, part: instead ?? part, page }, width };
  }
  if (when.since !== null) throw new Problem('bad-request', 'view: only pictures show what became of it');
  return { format, when, choice: { ...choice, names, stories } };
}

/** Throws a `bad-request` for what this kind of sheet has nothing of. */
function requireOffered({ format, view, part }: z.output<typeof exportQuerySchema>, sheet: Hangable): void {
  const none = NOTHING[sheet];
  if (format !== 'json' && !isOffered(format, sheet)) throw new Problem('bad-request', `format: ${none}`);
  if (view.instead && !partIsOf(view.instead, sheet)) throw new Problem('bad-request', `view: ${none}`);
  if (!partIsOf(part, sheet)) throw new Problem('bad-request', `part: ${none}`);
}

const NOTHING: Readonly<Record<Hangable, string>> = {
  cloth: 'a cloth has none',
  theme: 'a theme sheet has no network, positions, contacts or path',
};
