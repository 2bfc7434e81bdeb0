import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { useRunning } from '../../panels/use-running.ts';
import styles from './LettersPaper.module.css';
import screen from './SharedScreen.module.css';

/** In step 5: what each of the five letters means, for the whole room. */
export function LettersPaper() {
  const { legend, positions } = useText();
  const { step } = useRunning();
  if (step !== 5) return null;
  return (
    <section className={`${screen.paper} ${styles.letters}`} aria-label={legend.title}>
      <dl>
        {POSITION_LETTERS.map((letter) => (
          <div key={letter}>
            <dt>
              <Badge letter={letter} size="large" />
            </dt>
            <dd>
              <strong>{positions[letter].name}</strong>
              <span>{positions[letter].means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
