import { Megaphone } from 'lucide-react';
import { useSaid } from '../../panels/said/use-said.ts';
import styles from './SaidPaper.module.css';

/** What who leads says to everyone, large enough for the whole room. */
export function SaidPaper() {
  const { said } = useSaid();
  return (
    <div role="status" className={styles.place}>
      {said && (
        <p key={said.n} className={styles.said} data-said="">
          <Megaphone aria-hidden="true" />
          <span translate="no">{said.text}</span>
        </p>
      )}
    </div>
  );
}
