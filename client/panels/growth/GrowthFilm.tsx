import { part } from '../part.ts';

/** The film of how a cloth grew, fetched when it is first asked for. */
export const GrowthFilm = part<{ readonly onClose: () => void }>(() => import('./GrowthDialog.tsx'));
