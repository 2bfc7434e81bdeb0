import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../shared/model/schema.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import styles from './CaptureBar.module.css';

interface AskNameProps {
  readonly onName: (name: string) => void;
  readonly onLater: () => void;
}

/** A facilitator who begins to write along is asked for a name once; the words wait in the bar below. */
export function AskName({ onName, onLater }: AskNameProps) {
  const { arrival } = useFirstText();
  const [name, setName] = useState('');
  const sit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBlank(name)) onName(name);
  };
  return (
    <form className={styles.question} onSubmit={sit}>
      <label htmlFor="write-along">{arrival.writeAlong}</label>
      <div className={styles.answers}>
        <input
          id="write-along"
          className={styles.name}
          value={name}
          maxLength={LIMITS.name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="given-name"
          // biome-ignore lint/a11y/noAutofocus: it stands between a person and their words, and they are typing already.
          autoFocus
        />
        <Button kind="primary" type="submit" disabled={isBlank(name)}>
          {arrival.submit}
        </Button>
        <Button kind="quiet" onClick={onLater}>
          {arrival.later}
        </Button>
      </div>
    </form>
  );
}
