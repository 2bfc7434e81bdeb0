import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { DialogFrame } from '../../panels/dialogs/DialogFrame.tsx';
import { CopyField } from '../../panels/share/CopyField.tsx';
import styles from './LastLeaderDialog.module.css';

interface LastLeaderDialogProps {
  readonly about: 'leaving' | 'forgetting';
  /** The link with which somebody else can lead. */
  readonly url: string;
  readonly onGoOn: () => void;
  readonly onClose: () => void;
}

/** Before the last who can lead a cloth leaves the group or forgets it: the link for somebody else, or staying. */
export default function LastLeaderDialog({ about, url, onGoOn, onClose }: LastLeaderDialogProps) {
  const { lead } = useText();
  return (
    <DialogFrame title={lead.last} onClose={onClose}>
      <p className={styles.text}>{about === 'leaving' ? lead.lastLeaving : lead.lastForgetting}</p>
      <CopyField label={lead.link} hint={lead.hint} link={{ url, failed: false }} />
      <div className={styles.buttons}>
        <Button onClick={onGoOn}>{about === 'leaving' ? lead.leave : lead.forget}</Button>
        <Button kind="primary" onClick={onClose}>
          {lead.stay}
        </Button>
      </div>
    </DialogFrame>
  );
}
