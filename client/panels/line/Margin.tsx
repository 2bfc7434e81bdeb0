import { X } from 'lucide-react';
import { nanoid } from 'nanoid';
import { useState } from 'react';
import { addMarks, removeMarks } from '../../../shared/commands/programme.ts';
import { dayOfTime, isDay } from '../../../shared/model/days.ts';
import { ACTIVITIES, type Activity } from '../../../shared/model/schema.ts';
import type { Programme } from '../../../shared/model/snapshot.ts';
import { sheetWords } from '../../../shared/scene/theme-words.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Line.module.css';
import { useDayName } from './use-day-name.ts';

interface MarginProps {
  readonly programme: Programme;
  readonly from: string;
  readonly to: string;
  readonly mayWrite: boolean;
}

/** What one does in the time of a theme, as words in the margin of its line: no tasks, and nothing to tick off. */
export function Margin({ programme, from, to, mayWrite }: MarginProps) {
  const { line: text } = useText();
  const { session } = useCloth();
  const { activities } = sheetWords(useLanguage());
  const nameOf = useDayName();
  const [chosen, setChosen] = useState<Activity>('talking');
  const today = dayOfTime(session.now());
  const [day, setDay] = useState(today > from && today < to ? today : from);
  const problem = !isDay(day) ? text.noDay : day < from || day > to ? text.outside : null;
  const marks = programme.marks.filter(({ kind }) => kind === 'activity').sort((a, b) => (a.day < b.day ? -1 : 1));
  const lay = () => {
    if (problem) return;
    const mark = { id: nanoid(), kind: 'activity' as const, activity: chosen, day };
    const by = session.me.getState().name;
    session.perform((cloth) => addMarks(cloth, [{ ...mark, by, createdAt: session.now() }]));
  };
  return (
    <section className={styles.margin}>
      <h3>{text.margin}</h3>
      <p className={styles.soft}>{text.marginHint}</p>
      <ul>
        {marks.map((mark) => (
          <li key={mark.id}>
            <span>{mark.activity && activities[mark.activity]}</span> <small>{nameOf(mark.day)}</small>
            {mayWrite && (
              <IconButton
                icon={X}
                label={text.takeAway(mark.activity ? activities[mark.activity] : nameOf(mark.day))}
                onClick={() => session.perform((cloth) => removeMarks(cloth, [mark.id]))}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className={styles.regular}>
          <label>
            <span className="visually-hidden">{text.margin}</span>
            <select value={chosen} onChange={({ target }) => setChosen(target.value as Activity)}>
              {ACTIVITIES.map((each) => (
                <option key={each} value={each}>
                  {activities[each]}
                </option>
              ))}
            </select>
          </label>
          <Field
            label={text.day}
            type="date"
            value={day}
            min={from}
            max={to}
            error={problem}
            onChange={({ target }) => setDay(target.value)}
          />
          <Button onClick={lay}>{text.layActivity}</Button>
        </div>
      )}
    </section>
  );
}
