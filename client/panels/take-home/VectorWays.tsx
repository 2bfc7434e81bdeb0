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
import { knownToServer, serverPicture, shownBy } from './server-picture.ts';
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
  const { takeHome } = useText();
  const language = useLanguage();
  const { session, linkKey, via } = useCloth();
  const isThere = useStore(session.saved, ({ kind }) => kind === 'saved');
  const { taken, choice, cloth } = page;
  // The key of a room opens no sheet itself.
  if (via !== undefined) return null;
  const can = isThere && knownToServer(taken);

  const made = (form: PictureId): Promise<Blob> => {
    if (!knownToServer(taken)) throw new Error('the server does not know what is selected here');
    const sheet = cloth.meta.sheet ?? 'cloth';
    return serverPicture({ id: session.id, sheet, key: linkKey, form, shown: shownBy(taken), choice, language });
  };

  return (
    <section className={styles.vectors}>
      <VectorForms title={page.title} make={can ? made : null} />
      {!can && <p className={styles.note}>{isThere ? takeHome.vectorsOf : takeHome.vectorsWait}</p>}
      {can && lacksLetters(cloth) && <p className={styles.note}>{takeHome.vectorsLack}</p>}
    </section>
  );
}

interface VectorFormsProps {
  readonly title: string;
  /** Has a form of it made; null while that cannot be. */
  readonly make: ((form: PictureId) => Promise<Blob>) | null;
}

/** A button for each form that the server draws. */
export function VectorForms({ title, make }: VectorFormsProps) {
  const text = useText();
  const { takeHome } = text;
  const language = useLanguage();
  const [busy, setBusy] = useState<PictureId | null>(null);

  const save = async (form: PictureId) => {
    if (!make) return;
    setBusy(form);
    try {
      const made = await make(form);
      const { kind, extension } = PICTURES[form];
      const name = downloadName(title, kind[language], extension);
      saveFile(made, name);
      say(takeHome.saved(name));
    } catch (error) {
      sayProblem(problemText(error, text));
    }
    setBusy(null);
  };

  return (
    <Forms>
      {FORMS.map((form) => (
        <FormButton
          key={form}
          icon={FileImage}
          name={takeHome.vectors[form].name}
          hint={busy === form ? takeHome.saving : takeHome.vectors[form].hint}
          disabled={make === null || busy !== null}
          onPress={() => void save(form)}
        />
      ))}
    </Forms>
  );
}
