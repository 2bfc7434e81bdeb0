import { FileImage } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { downloadName } from '../../../shared/formats/file-name.ts';
import { PICTURES, type PictureId } from '../../../shared/formats/pictures/pictures.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { runsOf } from '../../../shared/text/font-runs.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { problemText } from '../problem-text.ts';
import { say, sayProblem } from '../toasts/toast-store.ts';
import { FormButton, Forms } from './Making.tsx';
import { saveFile } from './save-file.ts';
import { knownToServer, serverPicture } from './server-picture.ts';
import styles from './TakeHomeDialog.module.css';
import type { ChosenPage } from './use-page-choice.ts';

const FORMS = ['pdf', 'svg-shapes', 'svg'] as const satisfies readonly PictureId[];

/** Whether there are letters on the cloth that its font does not have: the server has no other to draw them with. */
function lacksLetters({ meta, initiative, seats, items }: ClothSnapshot): boolean {
  const words = [meta.title, initiative, ...seats.map(({ name }) => name), ...items.map(({ text }) => text)];
  return words.some((said) => runsOf(said).some(({ file, text }) => file === null && text.trim() !== ''));
}

/** The page in forms that stay sharp at any size. The server draws them, so it has to have all that stands here. */
export function VectorWays({ page }: { readonly page: ChosenPage }) {
  const text = useText();
  const { takeHome } = text;
  const language = useLanguage();
  const { session, linkKey, via } = useCloth();
  const isThere = useStore(session.saved, ({ kind }) => kind === 'saved');
  const [busy, setBusy] = useState<PictureId | null>(null);
  const { taken, choice, cloth } = page;
  // The key of a room opens no sheet itself.
  if (via !== undefined) return null;
  const can = isThere && knownToServer(taken);

  const save = async (form: PictureId) => {
    if (!knownToServer(taken)) return;
    setBusy(form);
    try {
      const sheet = cloth.meta.sheet ?? 'cloth';
      const made = await serverPicture({ id: session.id, sheet, key: linkKey, form, taken, choice, language });
      const { kind, extension } = PICTURES[form];
      const name = downloadName(cloth.initiative || cloth.meta.title, kind[language], extension);
      saveFile(made, name);
      say(takeHome.saved(name));
    } catch (error) {
      sayProblem(problemText(error, text));
    }
    setBusy(null);
  };

  return (
    <section className={styles.vectors}>
      <Forms>
        {FORMS.map((form) => (
          <FormButton
            key={form}
            icon={FileImage}
            name={takeHome.vectors[form].name}
            hint={busy === form ? takeHome.saving : takeHome.vectors[form].hint}
            disabled={!can || busy !== null}
            onPress={() => void save(form)}
          />
        ))}
      </Forms>
      {!can && <p className={styles.note}>{isThere ? takeHome.vectorsOf : takeHome.vectorsWait}</p>}
      {can && lacksLetters(cloth) && <p className={styles.note}>{takeHome.vectorsLack}</p>}
    </section>
  );
}
