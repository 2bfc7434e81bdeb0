import { useId } from 'react';
import { useStore } from 'zustand';
import type { Seat } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './BringInDialog.module.css';

/** The other way to lay a file: as what one of those at the table made alone, on their own side of it. */
export function MadeAlone({ onChoose }: { readonly onChoose: (seat: Seat) => void }) {
  const { together: text } = useText();
  const { session } = useCloth();
  const seats = useStore(session.snapshot, (cloth) => cloth.seats);
  const named = seats.filter((seat) => seat.name !== '');
  const id = useId();
  if (named.length === 0) return null;
  return (
    <section className={styles.alone} aria-labelledby={id}>
      <h3 id={id}>{text.title}</h3>
      <p className={styles.note}>{text.hint}</p>
      <div>
        {named.map((seat) => (
          <Button key={seat.id} aria-label={text.lay(seat.name)} onClick={() => onChoose(seat)}>
            <span aria-hidden="true" className={styles.seat} style={{ background: seat.colour }} />
            <span translate="no">{seat.name}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
