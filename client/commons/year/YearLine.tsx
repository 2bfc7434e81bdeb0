import { Download, Plus, X } from 'lucide-react';
import { nanoid } from 'nanoid';
import { type CSSProperties, type FormEvent, useState } from 'react';
import {
  addEntry,
  addMeeting,
  moveMeeting,
  removeEntry,
  removeMeeting,
  renameMeeting,
} from '../../../shared/commands/commons.ts';
import { schoolYearOf, yearNow, yearsWith } from '../../../shared/method/school-year.ts';
import { ENTRY_WAYS, type Entry, type EntryWay, type Meeting } from '../../../shared/model/commons.ts';
import { dayOfTime, isDay } from '../../../shared/model/days.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import type { HungSheet } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useDayDraft } from '../../look/use-day-draft.ts';
import { useDayName } from '../../panels/line/use-day-name.ts';
import { part } from '../../panels/part.ts';
import { useRoom, useRoomState } from '../room-context.tsx';
import { tell } from '../told/told-store.ts';
import { useSheets } from '../wall/sheets-store.ts';
import { CalendarLink } from './CalendarLink.tsx';
import { ghostsOf } from './ghosts.ts';
import { type ThemeLine, Thread } from './Thread.tsx';
import styles from './YearLine.module.css';

const TakeYear = part(() => import('./TakeYear.tsx'));
const NONE: readonly HungSheet[] = [];

/** A year of the room on one line: its meetings with what comes up in which way, and the lines of its themes. */
export default function YearLine() {
  const { year: text } = useText();
  const { session } = useRoom();
  const name = useRoomState((room) => room.name);
  const all = useRoomState((room) => room.meetings);
  const entries = useRoomState((room) => room.entries);
  const { list } = useSheets();
  const [chosen, setChosen] = useState<number | null>(null);
  const [taking, setTaking] = useState(false);
  const writes = session.role !== 'viewer';
  const titleOf = (entry: Pick<Entry, 'sheet' | 'words'>): string =>
    entry.sheet === null ? entry.words : (list?.find(({ id }) => id === entry.sheet)?.title ?? entry.words);
  const ghosts = ghostsOf(all, entries);
  const themes = (list ?? []).filter((sheet): sheet is ThemeLine => sheet.line !== undefined);
  const today = dayOfTime(Date.now());
  const years = yearsWith(
    all.map(({ date }) => date),
    themes.map(({ line }) => line),
    today,
  );
  const year = chosen !== null && years.includes(chosen) ? chosen : yearNow(years, today);
  const meetings = all.filter(({ date }) => schoolYearOf(date) === year);
  const along = themes.filter(({ line }) => schoolYearOf(line.from) <= year && schoolYearOf(line.to) >= year);
  const nameOf = (each: number) => `${each}–${each + 1}`;
  return (
    <div className={styles.year}>
      <h2 className={styles.printed}>{text.of(name, nameOf(year))}</h2>
      <div className={styles.head}>
        {writes && <NewMeeting onAdd={(date) => setChosen(schoolYearOf(date))} />}
        <div className={styles.tools}>
          {years.length > 1 && (
            <select
              aria-label={text.which}
              className={styles.which}
              value={year}
              onChange={({ target }) => setChosen(Number(target.value))}
            >
              {years.map((each) => (
                <option key={each} value={each}>
                  {nameOf(each)}
                </option>
              ))}
            </select>
          )}
          <CalendarLink />
          <Button kind="quiet" icon={Download} className={styles.onWood} onClick={() => setTaking(true)}>
            {text.take}
          </Button>
          {taking && <TakeYear year={year} sheets={list ?? NONE} onClose={() => setTaking(false)} />}
        </div>
      </div>
      {meetings.length + along.length > 0 && <Thread year={year} meetings={meetings} themes={along} />}
      {meetings.length === 0 ? (
        <p className={styles.empty}>{text.empty}</p>
      ) : (
        <ol className={styles.line} style={{ '--meetings': meetings.length } as CSSProperties}>
          {meetings.map((meeting) => (
            <MeetingCard
              key={meeting.id}
              meeting={meeting}
              entries={entries.filter((entry) => entry.meeting === meeting.id)}
              ghosts={ghosts.filter((ghost) => ghost.meeting === meeting.id)}
              titleOf={titleOf}
              sheets={list ?? []}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** A day, and what the meeting is called if it is called anything. */
function NewMeeting({ onAdd }: { readonly onAdd: (date: string) => void }) {
  const { year, told } = useText();
  const { session } = useRoom();
  const dayName = useDayName();
  const [date, setDate] = useState('');
  const [problem, setProblem] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isDay(date)) return setProblem(true);
    const id = nanoid();
    session.perform((room) => addMeeting(room, { id, date, name: '', createdAt: Date.now() }));
    tell(told.meeting(dayName(date)), id);
    onAdd(date);
    setDate('');
  };
  return (
    <form className={styles.add} onSubmit={add}>
      <label>
        <span>{year.newMeeting}</span>
        <input
          type="date"
          value={date}
          aria-invalid={problem || undefined}
          onChange={(event) => {
            setDate(event.target.value);
            setProblem(false);
          }}
        />
      </label>
      <Button icon={Plus} type="submit">
        {year.addMeeting}
      </Button>
      {problem && (
        <p role="alert" className={styles.problem}>
          {year.needDay}
        </p>
      )}
    </form>
  );
}

interface MeetingCardProps {
  readonly meeting: Meeting;
  readonly entries: readonly Entry[];
  readonly ghosts: ReturnType<typeof ghostsOf>;
  readonly titleOf: (entry: Pick<Entry, 'sheet' | 'words'>) => string;
  readonly sheets: readonly { readonly id: string; readonly title: string }[];
}

function MeetingCard({ meeting, entries, ghosts, titleOf, sheets }: MeetingCardProps) {
  const { year, told } = useText();
  const { session } = useRoom();
  const dayName = useDayName();
  const writes = session.role !== 'viewer';
  const when = dayName(meeting.date);
  const take = (way: EntryWay, sheet: string | null, words: string) => {
    const id = nanoid();
    session.perform((room) => addEntry(room, { id, meeting: meeting.id, way, sheet, words, createdAt: Date.now() }));
    tell(told.entry(titleOf({ sheet, words }), year.ways[way], when), id);
  };
  const day = useDayDraft(meeting.date, isDay, (date) => {
    session.perform((room) => moveMeeting(room, meeting.id, date));
    tell(told.meetingMoved(dayName(date)));
  });
  const remove = () => {
    session.perform((room) => removeMeeting(room, meeting.id));
    tell(told.meetingGone(when), meeting.id, ...entries.map(({ id }) => id));
  };
  return (
    <li className={styles.meeting}>
      <header>
        <h2>{when}</h2>
        {writes && <IconButton icon={X} label={year.remove(when)} onClick={remove} />}
      </header>
      {writes && (
        <div className={styles.fields}>
          <input
            aria-label={year.name}
            placeholder={year.name}
            defaultValue={meeting.name}
            maxLength={LIMITS.name}
            onBlur={({ target }) => session.perform((room) => renameMeeting(room, meeting.id, target.value))}
          />
          <input type="date" aria-label={year.move} {...day} />
        </div>
      )}
      {meeting.name && <p className={writes ? styles.printed : undefined}>{meeting.name}</p>}
      {ENTRY_WAYS.map((way) => {
        const here = entries.filter((entry) => entry.way === way);
        const proposed = writes ? ghosts.filter((ghost) => ghost.way === way) : [];
        if (here.length + proposed.length === 0) return null;
        return (
          <section key={way} data-way={way} data-proposed={here.length === 0 || undefined} className={styles.way}>
            <h3>{year.ways[way]}</h3>
            <ul>
              {here.map((entry) => (
                <li key={entry.id} className={styles.entry}>
                  <span translate="no">{titleOf(entry)}</span>
                  {writes && (
                    <IconButton
                      icon={X}
                      label={year.removeEntry(titleOf(entry))}
                      onClick={() => {
                        session.perform((room) => removeEntry(room, entry.id));
                        tell(told.entryGone(titleOf(entry), when), entry.id);
                      }}
                    />
                  )}
                </li>
              ))}
              {proposed.map((ghost) => (
                <li key={`${ghost.sheet} ${ghost.words}`} className={styles.proposed}>
                  <button
                    type="button"
                    className={styles.ghost}
                    aria-label={year.takeGhost(titleOf(ghost), year.ways[way])}
                    onClick={() => take(way, ghost.sheet, ghost.words)}
                  >
                    <span translate="no">{titleOf(ghost)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {writes && <NewEntry onAdd={take} sheets={sheets} />}
    </li>
  );
}

interface NewEntryProps {
  readonly onAdd: (way: EntryWay, sheet: string | null, words: string) => void;
  readonly sheets: readonly { readonly id: string; readonly title: string }[];
}

/** What else comes up: a sheet of the wall, or loose words, in one of the ways. */
function NewEntry({ onAdd, sheets }: NewEntryProps) {
  const { year, wall } = useText();
  const [way, setWay] = useState<EntryWay>('plans');
  const [words, setWords] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const sheet = sheets.find(({ title }) => title !== '' && title === words.trim());
    if (words.trim() === '') return;
    onAdd(way, sheet?.id ?? null, words.trim());
    setWords('');
  };
  return (
    <form className={styles.new} onSubmit={add}>
      <input
        aria-label={year.what}
        placeholder={year.what}
        list="year-sheets"
        value={words}
        maxLength={LIMITS.itemText}
        onChange={(event) => setWords(event.target.value)}
      />
      <select aria-label={year.how} value={way} onChange={({ target }) => setWay(target.value as EntryWay)}>
        {ENTRY_WAYS.map((each) => (
          <option key={each} value={each}>
            {year.ways[each]}
          </option>
        ))}
      </select>
      <Button type="submit">{year.add}</Button>
      <datalist id="year-sheets">
        {sheets.map(({ id, title }) => (
          <option key={id} value={title || wall.untitled} />
        ))}
      </datalist>
    </form>
  );
}
