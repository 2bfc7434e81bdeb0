import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { dayAt, daysLater, numberOf } from '../../../shared/model/days.ts';
import type { ProgrammeMark } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './Line.module.css';

interface DrawnLineProps {
  readonly from: string;
  readonly to: string;
  readonly meetings: readonly ProgrammeMark[];
  readonly nameOf: (day: string) => string;
  readonly mayWrite: boolean;
  readonly onMove: (id: string, day: string) => void;
}

/** Keys that move a meeting, and by how many days. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
};

/** The line with its meetings, each to be dragged or moved by keys to another day of the period. */
export function DrawnLine({ from, to, meetings, nameOf, mayWrite, onMove }: DrawnLineProps) {
  const { line: text } = useText();
  const track = useRef<HTMLDivElement>(null);
  /** What is being dragged, and to where: written when the finger lifts. */
  const [drag, setDrag] = useState<{ readonly id: string; readonly day: string } | null>(null);
  const [first, last] = [numberOf(from), numberOf(to)];
  const partOf = (day: string) => Math.min(1, Math.max(0, (numberOf(day) - first) / Math.max(1, last - first)));
  const within = (day: string) => (day < from ? from : day > to ? to : day);

  const dayUnder = ({ clientX }: PointerEvent): string => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width === 0) return from;
    return within(dayAt(Math.round(first + ((clientX - box.left) / box.width) * (last - first))));
  };
  const press = (event: PointerEvent<HTMLButtonElement>, { id, day }: ProgrammeMark) => {
    if (!mayWrite) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ id, day });
  };
  const drop = () => {
    const mark = meetings.find(({ id }) => id === drag?.id);
    if (drag && mark && mark.day !== drag.day) onMove(drag.id, drag.day);
    setDrag(null);
  };
  const step = (event: KeyboardEvent, { id, day }: ProgrammeMark) => {
    const days = STEPS[event.key];
    if (days === undefined || !mayWrite) return;
    event.preventDefault();
    onMove(id, within(daysLater(day, days)));
  };

  return (
    <div className={styles.drawn}>
      <div ref={track} className={styles.track}>
        {meetings.map((mark) => {
          const day = drag?.id === mark.id ? drag.day : mark.day;
          return (
            <button
              key={mark.id}
              type="button"
              role="slider"
              className={styles.stop}
              style={{ insetInlineStart: `${partOf(day) * 100}%` }}
              aria-label={text.meeting(nameOf(day))}
              aria-valuemin={0}
              aria-valuemax={last - first}
              aria-valuenow={numberOf(day) - first}
              aria-valuetext={nameOf(day)}
              aria-disabled={!mayWrite}
              onPointerDown={(event) => press(event, mark)}
              onPointerMove={(event) => drag?.id === mark.id && setDrag({ id: mark.id, day: dayUnder(event) })}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(null)}
              onKeyDown={(event) => step(event, mark)}
            />
          );
        })}
      </div>
      <p className={styles.ends}>
        <span>{nameOf(from)}</span>
        <strong aria-live="polite">{drag ? nameOf(drag.day) : ''}</strong>
        <span>{nameOf(to)}</span>
      </p>
      {meetings.length > 0 && mayWrite && <p className={styles.soft}>{text.moveHint}</p>}
    </div>
  );
}
