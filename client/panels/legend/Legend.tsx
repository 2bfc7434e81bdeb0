import { useId, useState } from 'react';
import { POSITION_LETTERS } from '../../../shared/cloth/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import styles from './Legend.module.css';

/** What the five letters mean: folded away to the letters themselves, opened with a press. */
export function Legend() {
  const { legend, positions } = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.legend}>
      {open && (
        <dl id={id} className={styles.words}>
          {POSITION_LETTERS.map((letter) => (
            <div key={letter}>
              <dt>
                <Badge letter={letter} />
              </dt>
              <dd>
                <strong>{positions[letter].name}</strong> {positions[letter].means}
              </dd>
            </div>
          ))}
        </dl>
      )}
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
