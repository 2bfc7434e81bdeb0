import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import styles from './Making.module.css';

/** What came of making a file: that it is there, or why not. */
export interface News {
  readonly text: string;
  readonly problem: boolean;
}

/** Forms in which something can be had, side by side. */
export function Forms({ children }: { readonly children: ReactNode }) {
  return <div className={styles.forms}>{children}</div>;
}

interface FormButtonProps {
  readonly icon?: LucideIcon;
  readonly name: string;
  /** For what it is meant. */
  readonly hint: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

export function FormButton({ icon, name, hint, disabled = false, onPress }: FormButtonProps) {
  return (
    <Button {...(icon && { icon })} className={styles.form} disabled={disabled} onClick={onPress}>
      <span>
        <span>{name}</span>
        <small>{hint}</small>
      </span>
    </Button>
  );
}

interface ProgressProps {
  readonly label: string;
  /** How much is made, 0 to 1. */
  readonly part: number;
  readonly onStop: () => void;
}

export function Progress({ label, part, onStop }: ProgressProps) {
  const id = useId();
  const { dialog } = useText();
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={1} value={part} />
      <Button onClick={onStop}>{dialog.cancel}</Button>
    </div>
  );
}

/** Says what came of it, aloud too; stands there before there is anything to say. */
export function NewsLine({ news }: { readonly news: News | null }) {
  return (
    <p className={news?.problem ? styles.problem : styles.news} role="status">
      {news?.text}
    </p>
  );
}
