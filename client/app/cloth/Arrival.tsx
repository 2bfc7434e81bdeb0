import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { LIMITS } from '../../../shared/model/schema.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import surface from '../../look/surface.module.css';
import { part } from '../../panels/part.ts';
import styles from './Arrival.module.css';
import { useClaim } from './use-claim.ts';

const ClaimCard = part(() => import('./ClaimCard.tsx'));

interface ArrivalProps {
  readonly session: ClothSession;
  /** What the cloth is called; empty when it has no name yet. */
  readonly title: string;
  /** The name this person used before, to begin with. */
  readonly name: string;
  /** Names for which a place was laid and nobody has come yet. */
  readonly expected: readonly string[];
  /** `claim`: the id of a seat that is theirs, though another device holds it. */
  readonly onArrive: (name: string, claim?: string) => void;
}

/**
 * The one question on arriving: your name. Who is expected presses it, whoever else comes types theirs; under a name that
 * somebody sits under already one is asked whether that is oneself, on another device.
 */
export function Arrival({ session, title, name: before, expected, onArrive }: ArrivalProps) {
  const { arrival } = useFirstText();
  const [name, setName] = useState(before);
  const [missing, setMissing] = useState(false);
  const moved = useStore(session.me, (me) => me.moved === true);
  const { claim, mustAsk, take, drop } = useClaim(session, onArrive);

  const arrive = (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(name)) setMissing(true);
    else if (!mustAsk(name)) onArrive(name);
  };

  if (claim) {
    return (
      <ClaimCard
        claim={claim}
        onTake={take}
        onOther={() => onArrive(name)}
        onBack={() => {
          drop();
          setName('');
        }}
      />
    );
  }
  return (
    <div className={styles.veil}>
      <form className={`${surface.card} ${styles.card}`} onSubmit={arrive} aria-labelledby="arrival">
        <h1 id="arrival">{moved ? arrival.movedTitle : arrival.title}</h1>
        <p>{moved ? arrival.moved : title ? arrival.at(title) : arrival.atUntitled}</p>
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
