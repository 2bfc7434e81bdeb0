import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { downloadName } from '../../../shared/formats/file-name.ts';
import { FORMS, type FormId, makeForm } from '../../../shared/formats/forms.ts';
import { isOffered } from '../../../shared/formats/offered.ts';
import { exportPng } from '../../export/export-png.ts';
import { languageNow } from '../../i18n/language.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Switch } from '../../look/Switch.tsx';
import { useCloth } from '../cloth-context.tsx';
import { say, sayProblem } from '../toasts/toast-store.ts';
import { clothToKeep } from './cloth-to-keep.ts';
import { FormButton, Forms } from './Making.tsx';
import { saveClothFile } from './save-cloth-file.ts';
import { saveFile } from './save-file.ts';
import styles from './TakeHomeDialog.module.css';
import type { ChosenPage } from './use-page-choice.ts';

const WORDS = ['html', 'md', 'contacts-csv', 'ics'] as const satisfies readonly FormId[];
const DATA = ['xlsx', 'xlsx-kumu', 'gexf', 'graphml', 'csv-nodes', 'csv-edges'] as const satisfies readonly FormId[];
/** How long the picture in a report is, px. */
const REPORT_SIDE = 2_000;

/** The cloth as words to send round and as data for other programs, of the whole cloth or of the moment that is chosen. */
export function FormWays({ page }: { readonly page: ChosenPage }) {
  const text = useText();
  const { takeHome } = text;
  const { session } = useCloth();
  const [stories, setStories] = useState(false);
  const { taken, choice, laid } = page;
  const sheet = page.cloth.meta.sheet ?? 'cloth';

  const saveForm = async (id: FormId) => {
    const cloth = taken.of === 'moment' ? page.cloth : clothToKeep(session).cloth;
    const language = languageNow();
    const chosen = { language, names: choice.names, stories, now: Date.now() };
    try {
      const picture = id === 'html' ? await pictureAddress() : undefined;
      const made = await makeForm(id, cloth, chosen, picture);
      const { kind, extension, mediaType } = FORMS[id];
      const name = downloadName(cloth.initiative || cloth.meta.title, kind[language], extension);
      saveFile(new Blob([typeof made === 'string' ? made : new Uint8Array(made)], { type: mediaType }), name);
      say(takeHome.saved(name));
    } catch {
      sayProblem(takeHome.formFailed);
    }
  };

  /** The page that is chosen, as a picture that stands in the file itself. */
  const pictureAddress = async (): Promise<string> => {
    const { w, h } = laid.page.box;
    const { blob } = await exportPng(laid, { size: REPORT_SIDE / Math.max(w, h) });
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
  };

  const saveCloth = () => {
    const { name, momentsLeft } = saveClothFile(session, text);
    say(momentsLeft > 0 ? `${takeHome.saved(name)} ${takeHome.momentsLeft(momentsLeft)}` : takeHome.saved(name));
  };

  const buttons = (ids: readonly FormId[]) =>
    ids
      .filter((id) => isOffered(id, sheet))
      .map((id) => <FormButton key={id} {...takeHome.forms[id]} onPress={() => void saveForm(id)} />);

  return (
    <div className={styles.others}>
      <section className={styles.way}>
        <h3>{takeHome.words}</h3>
        <Forms>{buttons(WORDS)}</Forms>
        <Switch label={takeHome.stories} hint={takeHome.storiesHint} on={stories} onChange={setStories} />
      </section>
      <section className={styles.way}>
        <h3>{takeHome.file}</h3>
        <p className={styles.note}>{takeHome.fileHint}</p>
        <div className={styles.buttons}>
          <Button icon={FileDown} onClick={saveCloth}>
            {takeHome.saveFile}
          </Button>
        </div>
        <h3>{takeHome.data}</h3>
        <Forms>{buttons(DATA)}</Forms>
      </section>
    </div>
  );
}
