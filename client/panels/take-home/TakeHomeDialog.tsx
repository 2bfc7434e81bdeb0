import { FileDown } from 'lucide-react';
import { useStore } from 'zustand';
import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { say } from '../toasts/toast-store.ts';
import { PictureForm } from './PictureForm.tsx';
import { saveClothFile } from './save-cloth-file.ts';
import styles from './TakeHomeDialog.module.css';

/** The cloth to take home: as a picture and as a file. */
export default function TakeHomeDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { takeHome } = text;
  const { session } = useCloth();
  const hidden = useStore(session.snapshot, ({ items }) => items.some((item) => item.masked));
  // Half a cloth is not what one means to take home: while words are hidden from who asks, the file waits.
  const waits = hidden && session.role !== 'facilitator';
  const save = () => {
    const { name, momentsLeft } = saveClothFile(session, text);
    say(momentsLeft > 0 ? `${takeHome.saved(name)} ${takeHome.momentsLeft(momentsLeft)}` : takeHome.saved(name));
  };
  return (
    <DialogFrame title={takeHome.title} onClose={onClose}>
      <PictureForm />
      <section className={styles.way}>
        <h3>{takeHome.file}</h3>
        <p>{waits ? takeHome.fileWaits : takeHome.fileHint}</p>
        {!waits && (
          <Button icon={FileDown} onClick={save}>
            {takeHome.saveFile}
          </Button>
        )}
      </section>
      <p className={styles.attribution} lang="nl">
        {ATTRIBUTION}
      </p>
    </DialogFrame>
  );
}
