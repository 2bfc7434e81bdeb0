import { sheetPath } from '../../../shared/model/sheets.ts';
import { apiOf } from '../../document/api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { problemText } from '../problem-text.ts';
import { sayProblem } from '../toasts/toast-store.ts';

/** Makes a theme sheet that begins with this cloth, and goes there. */
export function useMakeTheme(): () => void {
  const text = useText();
  const language = useLanguage();
  const { session, linkKey, device } = useCloth();
  const make = async () => {
    try {
      const { id, epoch, keys } = await apiOf(session).createTheme({ cloth: session.id, locale: language }, linkKey);
      const { initiative, meta } = session.snapshot.getState();
      const title = initiative || meta.title;
      device.cloths.remember(id, { sheet: 'theme', title, epoch, keys, lastOpened: Date.now() });
      location.assign(sheetPath('theme', id, keys.facilitator));
    } catch (error) {
      sayProblem(problemText(error, text));
    }
  };
  return () => void make();
}
