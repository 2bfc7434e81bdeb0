import type { LastingSession } from '../../shared/model/session.ts';

/** A session of which each field is another than at first; the type sees to it that none is left out. */
export const LED: LastingSession = {
  step: 3,
  timer: { endsAt: 5_000, pausedLeft: null },
  hidden: true,
  locked: true,
  follow: 7,
  quiet: true,
  held: true,
  alone: true,
  walk: { seat: 'caroline', turn: 2 },
  byPosition: true,
  contact: 'heleen',
  ping: { at: [120.5, -40], n: 1 },
  code: { code: '34679AC', expiresAt: 4_000_000_000_000 },
  moment: { id: 'before-summer', as: 'compare' },
  message: { text: '2 minuten, dan pauze', until: 4_000_000_000_000, n: 1 },
  closed: true,
  handed: { to: 9, n: 1 },
};
