import { X } from 'lucide-react';
import { moveMark } from '../../../shared/commands/programme.ts';
import { isDay } from '../../../shared/model/days.ts';
import type { ProgrammeMark } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { useDayDraft } from '../../look/use-day-draft.ts';
import { useCloth } from '../cloth-context.tsx';
import { SharedWords } from '../words/SharedWords.tsx';
import styles from './Line.module.css';
import { useDayName } from './use-day-name.ts';

interface MeetingProps {
  readonly mark: ProgrammeMark;
  readonly from: string;
  readonly to: string;
  readonly mayWrite: boolean;
  /** Null for what cannot be taken away: the manifestation. */
  readonly onRemove: (() => void) | null;
}

/** A meeting, or the manifestation with which it ends: the time before it first, for there one writes, then what it is about. */
export function Meeting({ mark, from, to, mayWrite, onRemove }: MeetingProps) {
  const { line: text } = useText();
  const nameOf = useDayName();
  const isEnd = mark.kind === 'manifestation';
  const name = isEnd ? `${text.manifestation}, ${nameOf(to)}` : text.meeting(nameOf(mark.day));
  return (
    <section className={styles.meeting} data-end={isEnd} aria-label={name}>
      <p className={styles.between}>{text.prepares}</p>
      <SharedWords mark={mark.id} of="preparation" label={text.prepares} placeholder={text.preparesHint} rows={2} />
      <header>
        <h4>{name}</h4>
        {onRemove && mayWrite && <IconButton icon={X} label={text.takeAway(nameOf(mark.day))} onClick={onRemove} />}
      </header>
      {!isEnd && mayWrite && <Day mark={mark} from={from} to={to} />}
      <SharedWords
        mark={mark.id}
        of="words"
        label={isEnd ? text.manifestationWhat : text.what}
        placeholder={isEnd ? text.manifestationWhat : text.what}
        rows={2}
      />
    </section>
  );
}

/** Another day for a meeting, chosen or typed; what is none is said, and changes nothing. */
function Day({ mark, from, to }: Pick<MeetingProps, 'mark' | 'from' | 'to'>) {
  const { line: text } = useText();
  const { session } = useCloth();
  const isWithin = (day: string) => isDay(day) && day >= from && day <= to;
  const day = useDayDraft(mark.day, isWithin, (to) => session.perform((cloth) => moveMark(cloth, mark.id, to)));
  const problem = !day['aria-invalid'] ? null : isDay(day.value) ? text.outside : text.noDay;
  return <Field label={text.day} type="date" min={from} max={to} error={problem} {...day} />;
}
