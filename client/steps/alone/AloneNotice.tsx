import { User } from 'lucide-react';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { useOwnCloth } from '../../panels/together/use-own-cloth.ts';
import { useRunning } from '../../panels/use-running.ts';
import styles from './Alone.module.css';

/** While everybody works alone: the way from the joint cloth to one's own. */
export function AloneNotice() {
  const { alone: text } = useFirstText();
  const { session } = useCloth();
  const { alone } = useRunning();
  const { can, busy, go } = useOwnCloth();
  if (!alone || session.role === 'facilitator') return null;
  return (
    <div className={styles.notice} role="status">
      <User aria-hidden="true" size={22} />
      <p>{text.everyone}</p>
      {can && (
        <Button kind="primary" disabled={busy} onClick={go}>
          {busy ? text.going : text.goMine}
        </Button>
      )}
    </div>
  );
}
