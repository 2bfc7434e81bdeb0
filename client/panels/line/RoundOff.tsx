import { useId, useState } from 'react';
import { roundOffTheme } from '../../../shared/commands/programme.ts';
import { dayOfTime } from '../../../shared/model/days.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import type { Programme } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Line.module.css';
import { useDayName } from './use-day-name.ts';

/** The end of a theme, with its last words; it can be taken up again. */
export function RoundOff({ programme, mayWrite }: { readonly programme: Programme; readonly mayWrite: boolean }) {
  const { line: text } = useText();
  const { session } = useCloth();
  const nameOf = useDayName();
  const id = useId();
  const [words, setWords] = useState(programme.lastWords);
  if (programme.roundedOff !== '') {
    return (
      <section className={styles.rounded}>
        <p>{text.roundedOff(nameOf(programme.roundedOff))}</p>
        {programme.lastWords !== '' && <blockquote>{programme.lastWords}</blockquote>}
        {mayWrite && (
          <Button kind="quiet" onClick={() => session.perform((cloth) => roundOffTheme(cloth, null))}>
            {text.takeUp}
          </Button>
        )}
      </section>
    );
  }
  if (!mayWrite) return null;
  return (
    <section className={styles.rounded}>
      <label htmlFor={id}>{text.lastWords}</label>
      <textarea
        id={id}
        rows={3}
        value={words}
        maxLength={LIMITS.longText}
        placeholder={text.lastWordsHint}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button onClick={() => session.perform((cloth) => roundOffTheme(cloth, dayOfTime(session.now()), words))}>
        {text.roundOff}
      </Button>
    </section>
  );
}
