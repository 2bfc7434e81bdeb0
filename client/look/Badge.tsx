import styles from './Badge.module.css';

interface BadgeProps {
  readonly letter: string;
  readonly size?: 'small' | 'medium' | 'large';
  /** Only outlined: a position that is not held. */
  readonly hollow?: boolean;
}

/**
 * A position of involvement as on the cloth: its letter in a round of its colour. A sign, and no words: what it stands for is said
 * beside it, or by the name of the button it is on.
 */
export function Badge({ letter, size = 'medium', hollow = false }: BadgeProps) {
  const classes = [styles.badge, styles[size], hollow && styles.hollow].filter(Boolean).join(' ');
  return (
    <span className={classes} data-letter={letter} translate="no" aria-hidden="true">
      {letter}
    </span>
  );
}
