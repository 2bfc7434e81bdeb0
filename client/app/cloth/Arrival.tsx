import { type FormEvent, useState } from 'react';
import { isBlank } from '../../../shared/cloth/clean-text.ts';
import { LIMITS } from '../../../shared/cloth/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import styles from './Arrival.module.css';

interface ArrivalProps {
  /** What the cloth is called; empty when it has no name yet. */
  readonly title: string;
  /** The name this person used before, to begin with. */
  readonly name: string;
  /** Names for which a place was laid and nobody has come yet. */
  readonly expected: readonly string[];
  readonly onArrive: (name: string) => void;
}

/** The one question on arriving: your name. Who is expected presses it, and whoever else comes types theirs. */
export function Arrival({ title, name: before, expected, onArrive }: ArrivalProps) {
  const { arrival } = useText();
  const [name, setName] = useState(before);
  const [missing, setMissing] = useState(false);

  const arrive = (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(name)) setMissing(true);
    else onArrive(name);
  };

  return (
    <div className={styles.veil}>
      <form className={styles.card} onSubmit={arrive} aria-labelledby="arrival">
        <h1 id="arrival">{arrival.title}</h1>
        <p>{title ? arrival.at(title) : arrival.atUntitled}</p>
        {expected.length > 0 && (
          <fieldset className={styles.expected}>
            <legend>{arrival.expected}</legend>
            {expected.map((each) => (
              <Button key={each} type="button" onClick={() => onArrive(each)}>
                {each}
              </Button>
            ))}
          </fieldset>
        )}
        <Field
          label={expected.length > 0 ? arrival.otherName : arrival.name}
          hint={arrival.hint}
          error={missing ? arrival.needName : null}
          value={name}
          maxLength={LIMITS.name}
          onChange={(event) => {
            setName(event.target.value);
            setMissing(false);
          }}
          autoComplete="given-name"
          enterKeyHint="go"
          // Focus at once: the one field between a guest and the table; two actions to the first ingredient. Where names can be
          // pressed a phone's keyboard would lie over them.
          autoFocus={expected.length === 0}
        />
        <Button kind="primary" large type="submit">
          {arrival.submit}
        </Button>
      </form>
    </div>
  );
}
