import { UserRound } from 'lucide-react';
import { initialsOf } from './initials.ts';
import styles from './People.module.css';

/** Somebody at the table as a round of their colour with their initials. The name goes with it elsewhere. */
export function Avatar({ name, colour }: { readonly name: string; readonly colour: string }) {
  return (
    <span
      className={styles.avatar}
      style={{ background: colour }}
      translate="no"
      aria-hidden="true"
      title={name || undefined}
    >
      {name ? initialsOf(name) : <UserRound size={18} strokeWidth={2} />}
    </span>
  );
}
