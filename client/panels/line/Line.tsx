import { nanoid } from 'nanoid';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { addMarks, moveMark, removeMarks } from '../../../shared/commands/programme.ts';
import { dayOfTime, daysLater, endsOf } from '../../../shared/model/days.ts';
import type { Programme, ProgrammeMark } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { SidePanel } from '../side/SidePanel.tsx';
import { say } from '../toasts/toast-store.ts';
import { useMayWrite } from '../use-may-write.ts';
import { DrawnLine } from './DrawnLine.tsx';
import styles from './Line.module.css';
import { Margin } from './Margin.tsx';
import { Meeting } from './Meeting.tsx';
import { Period } from './Period.tsx';
import { RoundOff } from './RoundOff.tsx';
import { useDayName } from './use-day-name.ts';

/** Meetings come about this often, weeks, where nothing else is asked. */
const USUAL_WEEKS = 6;
const WEEKS = [1, 2, 3, 4, 6, 8] as const;

/** The line of a theme, laid and written on: from when to when, where one meets, what is prepared until then, and its end. */
export default function Line({ onClose }: { readonly onClose: () => void }) {
  const { line: text } = useText();
  const { session } = useCloth();
  const programme = useStore(session.snapshot, (cloth) => cloth.programme);
  const mayWrite = useMayWrite();
  const [changes, setChanges] = useState(false);
  const ends = endsOf(programme?.period ?? '');
  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <div className={styles.line}>
        <p className={styles.intro}>{text.intro}</p>
        {mayWrite && (!ends || changes) && <Period period={programme?.period ?? ''} onDone={() => setChanges(false)} />}
        {programme && ends && !changes && (
          <>
            <Laid programme={programme} from={ends.from} to={ends.to} mayWrite={mayWrite} />
            {mayWrite && (
              <Button kind="quiet" onClick={() => setChanges(true)}>
                {text.change}
              </Button>
            )}
          </>
        )}
      </div>
    </SidePanel>
  );
}

interface LaidProps {
  readonly programme: Programme;
  readonly from: string;
  readonly to: string;
  readonly mayWrite: boolean;
}

function Laid({ programme, from, to, mayWrite }: LaidProps) {
  const { line: text } = useText();
  const { session } = useCloth();
  const nameOf = useDayName();
  const [weeks, setWeeks] = useState(USUAL_WEEKS);
  const meetings = useMemo(() => programme.marks.filter(isMeeting).sort(byDay), [programme.marks]);
  const ending = programme.marks.find(({ kind }) => kind === 'manifestation');

  const lay = (days: readonly string[]) => {
    const by = session.me.getState().name;
    const now = session.now();
    const marks = days.map((day, nth) => ({ id: nanoid(), kind: 'meeting' as const, day, by, createdAt: now + nth }));
    session.perform((cloth) => addMarks(cloth, marks));
  };
  const layRegularly = () => {
    const days: string[] = [];
    for (let day = daysLater(from, weeks * 7); day < to; day = daysLater(day, weeks * 7)) days.push(day);
    lay(days);
    say(text.laid(days.length));
  };
  const layOne = () => {
    const last = meetings.at(-1)?.day ?? from;
    const today = dayOfTime(session.now());
    const next = daysLater(last > today ? last : today > from && today < to ? today : last, 14);
    lay([next > to ? to : next]);
  };

  return (
    <>
      <DrawnLine
        from={from}
        to={to}
        meetings={meetings}
        nameOf={nameOf}
        mayWrite={mayWrite}
        onMove={(id, day) => session.perform((cloth) => moveMark(cloth, id, day))}
      />
      <h3>{text.meetings}</h3>
      {meetings.length === 0 && mayWrite && (
        <div className={styles.regular}>
          <label>
            <span>{text.every}</span>
            <select value={weeks} onChange={({ target }) => setWeeks(Number(target.value))}>
              {WEEKS.map((each) => (
                <option key={each} value={each}>
                  {text.weeks(each)}
                </option>
              ))}
            </select>
          </label>
          <Button onClick={layRegularly}>{text.layMeetings}</Button>
        </div>
      )}
      {meetings.map((mark) => (
        <Meeting
          key={mark.id}
          mark={mark}
          from={from}
          to={to}
          mayWrite={mayWrite}
          onRemove={() => session.perform((cloth) => removeMarks(cloth, [mark.id]))}
        />
      ))}
      {mayWrite && <Button onClick={layOne}>{text.addMeeting}</Button>}
      {ending && <Meeting mark={ending} from={from} to={to} mayWrite={mayWrite} onRemove={null} />}
      <Margin programme={programme} from={from} to={to} mayWrite={mayWrite} />
      <RoundOff programme={programme} mayWrite={mayWrite} />
    </>
  );
}

const isMeeting = ({ kind }: ProgrammeMark) => kind === 'meeting';

function byDay(a: ProgrammeMark, b: ProgrammeMark): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.createdAt - b.createdAt;
}
