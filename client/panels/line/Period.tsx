import { nanoid } from 'nanoid';
import { type FormEvent, useState } from 'react';
import { setPeriod } from '../../../shared/commands/programme.ts';
import { dayOfTime, endsOf, isDay, monthsLater } from '../../../shared/model/days.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Line.module.css';

/** How long one may work at a theme, months; or till a day of one's own choice. */
const LENGTHS = [3, 6, 12] as const;

interface PeriodProps {
  /** As it is now; '' for none. */
  readonly period: string;
  readonly onDone: () => void;
}

/** From when to when: always with an end. */
export function Period({ period, onDone }: PeriodProps) {
  const { line: text } = useText();
  const { session } = useCloth();
  const known = endsOf(period);
  const [from, setFrom] = useState(known?.from ?? dayOfTime(session.now()));
  const [months, setMonths] = useState<number | null>(known ? null : 6);
  const [chosen, setChosen] = useState(known?.to ?? '');
  const [problem, setProblem] = useState<{ readonly at: 'from' | 'to'; readonly why: string } | null>(null);
  const to = months === null ? chosen : isDay(from) ? monthsLater(from, months) : '';

  const lay = (event: FormEvent) => {
    event.preventDefault();
    if (!isDay(from)) return setProblem({ at: 'from', why: text.noDay });
    if (!isDay(to)) return setProblem({ at: 'to', why: text.noDay });
    if (to <= from) return setProblem({ at: 'to', why: text.endsBefore });
    setProblem(null);
    const by = session.me.getState().name;
    session.perform((cloth) => setPeriod(cloth, from, to, { id: nanoid(), by, createdAt: session.now() }));
    onDone();
  };

  return (
    <form className={styles.period} onSubmit={lay} noValidate>
      <Field
        label={text.start}
        type="date"
        value={from}
        error={problem?.at === 'from' ? problem.why : null}
        onChange={({ target }) => setFrom(target.value)}
      />
      <fieldset className={styles.lengths}>
        <legend>{text.lasts}</legend>
        {LENGTHS.map((each) => (
          <button key={each} type="button" aria-pressed={months === each} onClick={() => setMonths(each)}>
            {text.months(each)}
          </button>
        ))}
        <button type="button" aria-pressed={months === null} onClick={() => setMonths(null)}>
          {text.free}
        </button>
      </fieldset>
      <Field
        label={text.ends}
        type="date"
        value={to}
        error={problem?.at === 'to' ? problem.why : null}
        onChange={({ target }) => {
          setMonths(null);
          setChosen(target.value);
        }}
      />
      <Button kind="primary" type="submit">
        {text.set}
      </Button>
    </form>
  );
}
