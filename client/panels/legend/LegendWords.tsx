import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import styles from './Legend.module.css';

/** How ties are drawn, with the dashes of their sample (units of 1/30 of its width). */
const LINES = [
  ['settled', undefined],
  ['expected', '7 5'],
  ['direct', '0.1 5'],
] as const;

/** What the letters, lines and marks mean, in words. `id` is for the button that unfolds it. */
export default function LegendWords({ id }: { readonly id: string }) {
  const { legend, positions } = useText();
  return (
    <dl id={id} className={styles.words}>
      {POSITION_LETTERS.map((letter) => (
        <div key={letter}>
          <dt>
            <Badge letter={letter} />
          </dt>
          <dd>
            <strong>{positions[letter].name}</strong> <span>{positions[letter].means}</span>
          </dd>
        </div>
      ))}
      {LINES.map(([line, dashes]) => (
        <div key={line}>
          <dt>
            <svg className={styles.line} data-line={line} viewBox="0 0 30 10" aria-hidden="true">
              <path d="M2 6 Q15 2 28 5" strokeDasharray={dashes} />
            </svg>
          </dt>
          <dd>
            <strong>{legend.lines[line].name}</strong> <span>{legend.lines[line].means}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt className={styles.stages}>
          <svg viewBox="0 0 30 10" aria-hidden="true">
            <circle cx="5" cy="5" r="4" />
            <circle cx="15" cy="5" r="4" />
            <path d="M11 5a4 4 0 0 0 8 0z" />
            <circle cx="25" cy="5" r="4" data-full="" />
          </svg>
        </dt>
        <dd>
          <strong>{legend.contacts.name}</strong> <span>{legend.contacts.means}</span>
        </dd>
      </div>
      <div>
        <dt>
          <span className={styles.writer} />
        </dt>
        <dd>
          <strong>{legend.writer.name}</strong> <span>{legend.writer.means}</span>
        </dd>
      </div>
    </dl>
  );
}
