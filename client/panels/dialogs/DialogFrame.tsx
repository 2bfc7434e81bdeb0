import { CSPProvider } from '@base-ui/react/csp-provider';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import styles from './DialogFrame.module.css';

interface DialogFrameProps {
  readonly title: string;
  /** For two columns; `page`: for a page that is looked at beside what is chosen of it. */
  readonly wide?: boolean | 'page';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet of paper over the table with a title and a way out; Escape and a press beside it close it too. */
export function DialogFrame({ title, wide = false, onClose, children }: DialogFrameProps) {
  const text = useText();
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className={styles.backdrop} />
          <Dialog.Viewport className={styles.viewport}>
            <Dialog.Popup className={`${styles.popup} ${wide ? styles[wide === 'page' ? 'page' : 'wide'] : ''}`}>
              <header className={styles.head}>
                <Dialog.Title className={styles.title}>{title}</Dialog.Title>
                <Dialog.Close render={<IconButton icon={X} label={text.dialog.close} />} />
              </header>
              {children}
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  );
}
