import { Handshake } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { say } from '../../panels/toasts/toast-store.ts';
import styles from '../bar/Slips.module.css';

interface GivenLeadProps {
  /** The key that leads, which came with the question. */
  readonly linkKey: string;
  readonly onLater: () => void;
}

/** The leading was given to this person: they take it over when they have a hand free. */
export default function GivenLead({ linkKey, onLater }: GivenLeadProps) {
  const { lead: text } = useText();
  const { session, device, goTo } = useCloth();
  const takeOver = () => {
    device.cloths.remember(session.id, { keys: { facilitator: linkKey } });
    say(text.youLead);
    goTo({ id: session.id, key: linkKey });
  };
  return (
    <div className={styles.slip} role="alert">
      <Handshake aria-hidden="true" size={22} />
      <div>
        <strong>{text.given}</strong>
        <p>{text.givenHint}</p>
      </div>
      <div className={styles.ways}>
        <Button kind="primary" onClick={takeOver}>
          {text.takeOver}
        </Button>
        <Button onClick={onLater}>{text.notNow}</Button>
      </div>
    </div>
  );
}
