import type { z } from 'zod';
import { isPicture } from '../../shared/formats/pictures/pictures.ts';
import type { Order } from '../export/take-home.ts';
import { Problem } from './problem.ts';
import type { exportQuerySchema } from './schemas.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What is ordered by the words of a query, today. Throws a `bad-request` that names what cannot be. */
export function orderOf(query: z.output<typeof exportQuerySchema>): Order {
  const { format, names, stories, locale, width, part, view, ...looks } = query;
  const isNow = view.moment === null && view.since === null;
  if (format === 'json') {
    if (!isNow) throw new Problem('bad-request', 'view: a cloth file holds all of it');
    return { format };
  }
  // Of a day: what is asked for twice is the same twice.
  const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const choice = { language: locale, now };
  if (isPicture(format)) {
    const page = { ...looks, names };
    return { format, when: view, choice: { ...choice, part, page }, width };
  }
  if (view.since !== null) throw new Problem('bad-request', 'view: only pictures show what became of it');
  return { format, when: view, choice: { ...choice, names, stories } };
}
