import { useId, useState } from 'react';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { part } from '../part.ts';
import styles from './Legend.module.css';

const LegendWords = part(() => import('./LegendWords.tsx'));

/** What the five letters and the lines mean: folded away to the letters themselves, opened with a press. */
export function Legend() {
  const { legend } = useFirstText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds away what its button unfolded, wherever in it one is.
    <div
      className={styles.legend}
      data-legend=""
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.preventDefault();
        setOpen(false);
      }}
    >
      {open && <LegendWords id={id} />}
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={open ? legend.hide : legend.show}
        data-tip={open ? legend.hide : legend.show}
        onClick={() => setOpen(!open)}
      >
        {POSITION_LETTERS.map((letter) => (
          <Badge key={letter} letter={letter} />
        ))}
      </button>
    </div>
  );
}
