import { useId, useState } from 'react';
import { LIMITS } from '../../../shared/cloth/schema.ts';
import styles from './Contacts.module.css';

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Id of a datalist with what is often filled in here. */
  readonly list?: string;
  readonly onDone: (value: string) => void;
}

/** One short line that is written when one leaves it or presses Enter; until then another's change does not disturb it. */
export function LineField({ label, value, hint, list, onDone }: LineFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const done = () => {
    if (draft !== null && draft !== value) onDone(draft);
    setDraft(null);
  };
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={draft ?? value}
        placeholder={hint}
        list={list}
        maxLength={LIMITS.name}
        autoComplete="off"
        onChange={({ target }) => setDraft(target.value)}
        onBlur={done}
        onKeyDown={({ key }) => {
          if (key === 'Enter') done();
        }}
      />
    </div>
  );
}
