import { FileDown } from 'lucide-react';
import { ATTRIBUTION } from '../../../shared/scene/page.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { say } from '../toasts/toast-store.ts';
import { PictureForm } from './PictureForm.tsx';
import { saveClothFile } from './save-cloth-file.ts';
import styles from './TakeHomeDialog.module.css';

/** The cloth to take home: as a picture and as a file. */
export default function TakeHomeDialog() {
  const { takeHome } = useText();
  const { session } = useCloth();
  return (
    <DialogFrame title={takeHome.title}>
      <PictureForm />
      <section className={styles.way}>
        <h3>{takeHome.file}</h3>
        <p>{takeHome.fileHint}</p>
        <Button icon={FileDown} onClick={() => say(takeHome.saved(saveClothFile(session.snapshot.getState())))}>
          {takeHome.saveFile}
        </Button>
      </section>
      <p className={styles.attribution} lang="nl">
        {ATTRIBUTION}
      </p>
    </DialogFrame>
  );
}
