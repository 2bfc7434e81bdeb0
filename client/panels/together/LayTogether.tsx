import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { likelyDoubles } from '../../../shared/method/doubles.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { problemText } from '../problem-text.ts';
import { sayDone } from '../toasts/say-done.ts';
import { sayProblem } from '../toasts/toast-store.ts';
import { fetchSheets, type LaidTogether, layAll } from './lay-all.ts';
import styles from './Together.module.css';

/** Brings what everyone made alone to the joint cloth, and says what came; then who looks alike is one press away. */
export function LayTogether({ onLaid }: { readonly onLaid: () => void }) {
  const page = usePage();
  const text = useText();
  const { session, linkKey, canvas } = useCloth();
  const [busy, setBusy] = useState(false);
  const [laid, setLaid] = useState<LaidTogether | null>(null);
  const cloth = useStore(session.snapshot);
  const pairs = useMemo(
    () => (laid ? likelyDoubles(cloth.items.filter((item) => !item.masked)).filter(({ parted }) => !parted).length : 0),
    [laid, cloth.items],
  );

  const lay = async (again: boolean) => {
    setBusy(true);
    try {
      const outcome = layAll(session, await fetchSheets(session, linkKey), { again });
      if (outcome.stopped) sayProblem(outcome.stopped === 'too-large' ? text.problems.tooLarge : text.capture.closed);
      setLaid(outcome);
      if (outcome.came > 0) {
        sayDone(session, wordsOf(outcome), text.alone.undo, () => setLaid(null));
        canvas?.camera.fit();
      }
      onLaid();
    } catch (error) {
      sayProblem(problemText(error, text));
    }
    setBusy(false);
  };

  const wordsOf = ({ came, from }: LaidTogether): string => {
    const seats = byId(session.snapshot.getState().seats);
    const names = from.flatMap((seat) => seats.get(seat)?.name || []);
    return came > 0 ? text.alone.laid(came, names) : text.alone.nothing;
  };

  return (
    <section className={styles.part}>
      <h3>{text.alone.layTitle}</h3>
      <p className={styles.soft}>{text.alone.layHint}</p>
      <Button kind="primary" disabled={busy} onClick={() => void lay(false)}>
        {busy ? text.alone.laying : text.alone.lay}
      </Button>
      <p className={styles.outcome} role="status">
        {laid && wordsOf(laid)}
      </p>
      {laid && laid.away > 0 && (
        <>
          <p className={styles.soft}>{text.alone.away(laid.away)}</p>
          <Button disabled={busy} onClick={() => void lay(true)}>
            {text.alone.again}
          </Button>
        </>
      )}
      {pairs > 0 && <Button onClick={() => page.openSide('doubles')}>{text.alone.doubles(pairs)}</Button>}
    </section>
  );
}
