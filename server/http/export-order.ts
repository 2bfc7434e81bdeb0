import type { z } from 'zod';
import { isPicture } from '../../shared/formats/pictures/pictures.ts';
import type { Order } from '../export/take-home.ts';
import { Problem } from './problem.ts';
import type { exportQuerySchema } from './schemas.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What is ordered by the words of a query, today. Throws a `bad-request` that names what cannot be. */
export function orderOf(query: z.output<typeof exportQuerySchema>): Order {
  const { format, names, stories, locale, width, part, view, ...looks } = query;
  const { when, byPosition } = view;
  const isNow = when.moment === null && when.since === null;
  if (byPosition && !isPicture(format)) throw new Problem('bad-request', 'view: only pictures show it by position');
  if (format === 'json') {
    if (!isNow) throw new Problem('bad-request', 'view: a cloth file holds all of it');
    return { format };
  }
  // Of a day: what is asked for twice is the same twice.
  const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const choice = { language: locale, now };
  if (isPicture(format)) {
    const page = { ...looks, names };
    const shown = byPosition ? ({ of: 'positions' } as const) : part;
    return { format, when, choice: { ...choice, part: shown, page }, width };
  }
  if (when.since !== null) throw new Problem('bad-request', 'view: only pictures show what became of it');
  return { format, when, choice: { ...choice, names, stories } };
}
