import { setClothKind } from '../../../shared/commands/cloth.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import type { Texts } from '../../i18n/nl.ts';
import { sayDone } from '../toasts/say-done.ts';

/** Makes a theme of the initiative, or an initiative of the theme, and says what that means. */
export function switchKind(session: ClothSession, { kind: text }: Texts): void {
  const kind = session.snapshot.getState().meta.kind === 'theme' ? 'initiative' : 'theme';
  if (!session.perform((cloth) => setClothKind(cloth, kind))) return;
  sayDone(session, kind === 'theme' ? text.themeWhy : text.initiativeWhy, text.undo);
}
