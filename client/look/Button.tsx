import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';

type Kind = 'primary' | 'paper' | 'quiet';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here. `paper`: other things. `quiet`: in a bar. */
  readonly kind?: Kind;
  readonly large?: boolean;
  readonly icon?: LucideIcon;
}

/** A button with words. */
export function Button({ kind = 'paper', large = false, icon: Icon, className, children, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[kind], large && styles.large, className].filter(Boolean).join(' ');
  return (
    <button type="button" {...rest} className={classes}>
      {Icon && <Icon aria-hidden="true" size={large ? 22 : 18} strokeWidth={2} />}
      {typeof children === 'string' ? <span>{children}</span> : children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does, for tooltip and screen reader. */
  readonly label: string;
  /** The key that does the same, as it is shown: `Ctrl+Z`. */
  readonly keys?: string;
  readonly kind?: Kind;
  /** A short word under the picture. */
  readonly caption?: string;
}

/** A button with a picture, at most one word under it; the whole of its words are in a tooltip. */
export function IconButton({ icon: Icon, label, keys, kind = 'quiet', caption, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={keys ? `${label} · ${keys}` : label}
      className={[styles.button, styles.icon, styles[kind], caption && styles.captioned, className]
        .filter(Boolean)
        .join(' ')}
    >
      <Icon aria-hidden="true" size={21} strokeWidth={1.9} />
      {caption && <span className={styles.caption}>{caption}</span>}
    </button>
  );
}
