import { importClothFile } from '../../../shared/cloth/intents/import-file.ts';
import { exampleCloth } from '../../../shared/method/example.ts';
import { fontMeasure } from '../../../shared/scene/text-measure.ts';
import { languageStore } from '../../i18n/language.ts';
import { api } from '../../session/api.ts';
import type { ClothSession, SavedState } from '../../session/cloth-session.ts';
import { openSession } from '../../session/open-session.ts';
import { clothPath } from '../routes.ts';
import { device } from '../services.ts';

/**
 * Lays the literature-teaching example on a new cloth and returns its address. The import is done in a session of its
 * own, closed again, so that undo on the opened cloth does not begin with "take the example away". Throws `ApiError`.
 */
export async function layExample(language: 'nl' | 'en'): Promise<string> {
  const { id, keys } = await api.createCloth({ locale: language });
  device.cloths.remember(id, { keys, lastOpened: Date.now() });
  const session = await openSession({ id, key: keys.facilitator, device });
  const file = exampleCloth(languageStore.getState().language, fontMeasure, Date.now());
  session.perform((cloth) => importClothFile(cloth, file));
  await saved(session);
  session.close();
  return clothPath(id, keys.facilitator);
}

/** Resolves when all is on the server, or when it is clear that it is not going to be just now. */
function saved({ saved: store }: ClothSession): Promise<void> {
  const settled = ({ kind }: SavedState) => kind === 'saved' || kind === 'offline' || kind === 'closed';
  return new Promise((resolve) => {
    if (settled(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      if (!settled(state)) return;
      stop();
      resolve();
    });
  });
}
