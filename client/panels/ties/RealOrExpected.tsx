import { useText } from '../../i18n/use-text.ts';
import styles from './RealOrExpected.module.css';

interface RealOrExpectedProps {
  /** What a screen reader calls the pair. */
  readonly label: string;
  /** Null when it is so for some of them and not for others. */
  readonly expected: boolean | null;
  readonly disabled?: boolean;
  readonly onChoose: (expected: boolean) => void;
}

/** The two ways in which somebody can be involved, as lines one can tell apart: seen, or only expected. */
export function RealOrExpected({ label, expected, disabled = false, onChoose }: RealOrExpectedProps) {
  const { involvement: text } = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a row of a grid in every browser.
    <div className={styles.pair} role="group" aria-label={label}>
      {([false, true] as const).map((value) => (
        <button
          key={String(value)}
          type="button"
          disabled={disabled}
          aria-pressed={expected === value}
          onClick={() => onChoose(value)}
        >
          <svg viewBox="0 0 30 8" aria-hidden="true">
            <path d="M2 5 Q15 1 28 4" strokeDasharray={value ? '6 5' : undefined} />
          </svg>
          <span>{value ? text.expected : text.real}</span>
        </button>
      ))}
    </div>
  );
}
