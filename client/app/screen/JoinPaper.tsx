import { useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { QrCode } from '../../panels/share/QrCode.tsx';
import { useRunning } from '../../panels/use-running.ts';
import styles from './SharedScreen.module.css';

/** The code by which others come to the table, while who leads shows it and it works. */
export function JoinPaper() {
  const { screen } = useText();
  const code = useLiveCode();
  // By step 5 all have come, and the letters want the room: who is late still finds the code.
  const small = useRunning().step === 5;
  if (code === null) return null;
  return (
    <section className={`${styles.paper} ${styles.join}`} aria-label={screen.join} data-small={small}>
      <div>
        <h2>{screen.join}</h2>
        <p className={styles.address}>{screen.joinAt(`${location.host}/join`)}</p>
        <output translate="no" className={styles.code} aria-label={[...code].join(' ')}>
          {`${code.slice(0, 3)} ${code.slice(3)}`}
        </output>
      </div>
      {!small && <QrCode text={`${location.origin}/join#${code}`} label={screen.joinQr} caption={screen.orScan} />}
    </section>
  );
}

/** The code that is shown now; gone by itself at the moment from which it no longer works. */
function useLiveCode(): string | null {
  const { session } = useCloth();
  const { code } = useRunning();
  const [, look] = useState(0);
  const left = code ? code.expiresAt - session.now() : 0;
  useEffect(() => {
    if (left <= 0) return;
    // Longer than a browser's timer can wait is looked at again by then.
    const timer = setTimeout(() => look((n) => n + 1), Math.min(left + 5, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [left]);
  return left > 0 ? (code?.code ?? null) : null;
}
