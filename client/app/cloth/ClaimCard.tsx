import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import surface from '../../look/surface.module.css';
import styles from './Arrival.module.css';
import type { Claim } from './use-claim.ts';

interface ClaimCardProps {
  readonly claim: Claim;
  readonly onTake: () => void;
  readonly onOther: () => void;
  readonly onBack: () => void;
}

/** Somebody of this name sits at the table already: oneself, or another? */
export default function ClaimCard({ claim: { seat, state }, onTake, onOther, onBack }: ClaimCardProps) {
  const { arrival } = useText();
  const { name } = seat;
  return (
    <div className={styles.veil}>
      <section className={`${surface.card} ${styles.card}`} aria-labelledby="claim">
        <h1 id="claim">{arrival.isItYou(name)}</h1>
        <p role="status">{state === 'ask' ? arrival.isItYouHint(name) : arrival[state](name)}</p>
        {state === 'ask' && (
          <Button kind="primary" large onClick={onTake} autoFocus>
            {arrival.takeSeat}
          </Button>
        )}
        {state !== 'waiting' && <Button onClick={onOther}>{arrival.another(name)}</Button>}
        <Button kind="quiet" onClick={onBack}>
          {arrival.otherNameInstead}
        </Button>
      </section>
    </div>
  );
}
