import type { CSSProperties } from 'react';
import { monthsOf, partOf } from '../../../shared/method/school-year.ts';
import type { Meeting } from '../../../shared/model/commons.ts';
import type { HungSheet } from '../../document/commons-api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useDayName } from '../../panels/line/use-day-name.ts';
import { useSheetLink } from '../use-way-to.ts';
import styles from './Thread.module.css';

interface ThreadProps {
  /** The calendar year in which the school year begins. */
  readonly year: number;
  readonly meetings: readonly Meeting[];
  readonly themes: readonly ThemeLine[];
}

/** A theme that has a line in time. */
export type ThemeLine = HungSheet & { readonly line: NonNullable<HungSheet['line']> };

/** A year as one thread: its months, the room's meetings as knots in it, and along it the lines of the themes. */
export function Thread({ year, meetings, themes }: ThreadProps) {
  const text = useText();
  const linkTo = useSheetLink();
  const language = useLanguage();
  const nameOf = useDayName();
  const at = (day: string): CSSProperties => ({ insetInlineStart: `${partOf(year, day) * 100}%` });
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
  return (
    <div className={styles.thread}>
      <div className={styles.paper}>
        <div className={styles.months} aria-hidden="true">
          {monthsOf(year)
            .slice(0, -1)
            .map((first) => (
              <span key={first} style={at(first)}>
                {month.format(dateOf(first)).replace('.', '')}
              </span>
            ))}
        </div>
        <div className={styles.knots} aria-hidden="true">
          {meetings.map(({ id, date }, nth) => (
            <span key={id} style={at(date)} data-low={nth % 2 === 1 || undefined}>
              <i>{short.format(dateOf(date)).replace('.', '')}</i>
            </span>
          ))}
        </div>
        {themes.length > 0 && (
          <ul className={styles.themes} aria-label={text.year.themes}>
            {themes.map((sheet) => {
              const { line, roundedOff, title } = sheet;
              const [from, to] = [partOf(year, line.from), partOf(year, line.to)];
              const about = [
                text.year.period(nameOf(line.from), nameOf(line.to)),
                ...(line.meetings.length > 0 ? [text.year.themeMeetings(line.meetings.length)] : []),
                ...(roundedOff !== '' ? [text.wall.roundedOff(nameOf(roundedOff))] : []),
              ];
              const end = line.manifestation || text.year.manifestation;
              return (
                <li key={sheet.id} data-earlier={roundedOff !== '' || undefined}>
                  <p>
                    <a {...linkTo(sheet)} translate="no">
                      {title || text.wall.untitled}
                    </a>
                    <small>{about.join(', ')}</small>
                  </p>
                  <div className={styles.track}>
                    <span
                      className={styles.line}
                      style={{ insetInlineStart: `${from * 100}%`, width: `${(to - from) * 100}%` }}
                    />
                    {line.meetings.map(({ day }) => (
                      <span key={day} className={styles.dot} style={at(day)} />
                    ))}
                    <span className={styles.flag} style={at(line.to)} data-left={to > 0.7 || undefined}>
                      <span>{end}</span>
                    </span>
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </div>
  );
}
