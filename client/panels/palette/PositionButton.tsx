import type { PositionLetter } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { useAction } from '../use-action.ts';
import styles from './Palette.module.css';

/** One position of involvement, to give to what is selected or take away: its letter, its colour and its word. */
export function PositionButton({ letter }: { readonly letter: PositionLetter }) {
  const { name, broken, means } = useText().positions[letter];
  const { enabled, pressed, run } = useAction(`position-${letter}`);
  return (
    <button
      type="button"
      className={styles.position}
      data-tip={`${letter} · ${name}: ${means}`}
      aria-label={name}
      aria-pressed={pressed}
      disabled={!enabled}
      onClick={run}
    >
      <Badge letter={letter} size="large" hollow={!pressed} />
      <span className={styles.word}>{broken}</span>
    </button>
  );
}
