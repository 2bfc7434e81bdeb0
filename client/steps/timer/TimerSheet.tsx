import { Minus, Pause, Play, Plus, Square, X } from 'lucide-react';
import { type ChangeEvent, type RefObject, useState } from 'react';
import { useStore } from 'zustand';
import {
  addMinute,
  endTimer,
  isPaused,
  pauseTimer,
  resumeTimer,
  shownTime,
  startTimer,
  type Timer,
} from '../../../shared/method/timer.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { Switch } from '../../look/Switch.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { useLeads, useRunning, useStep } from '../../panels/use-running.ts';
import { Sheet } from '../bar/Sheet.tsx';
import { chime, setSound, soundIsOn } from './chime.ts';
import styles from './TimerSheet.module.css';
import { useCountdown, useTimeIsUp } from './use-countdown.ts';

interface TimerSheetProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** All that can be done with the time: by who leads for everyone, and by anyone for the sound of their own device. */
export default function TimerSheet({ anchor, onClose }: TimerSheetProps) {
  const { timer: text, steps } = useText();
  const { session } = useCloth();
  const { timer, held } = useRunning();
  const leads = useLeads();
  return (
    <Sheet narrow anchor={anchor} label={text.title} onClose={onClose}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <IconButton icon={X} label={steps.close} onClick={onClose} />
      </div>
      {leads ? timer ? <Running timer={timer} /> : <Setting /> : <Left />}
      {leads && (
        <Switch
          label={text.hold}
          hint={text.holdHint}
          on={held}
          onChange={(on) => {
            session.setSession({ held: on });
          }}
        />
      )}
      <Sound />
    </Sheet>
  );
}

function Left() {
  const { timer: text } = useText();
  const left = useCountdown();
  return <p className={styles.big}>{left === null ? text.none : shownTime(left)}</p>;
}

/** Before it runs: how long, beginning with what was prepared for this step. */
function Setting() {
  const { timer: text } = useText();
  const { session } = useCloth();
  const step = useStep();
  const prepared = useStore(session.snapshot, ({ meta }) => meta.minutes[step.number]);
  const [chosen, setChosen] = useState<number | null>(null);
  /** What stands in the field while it is being typed in: for a moment it may be nothing. */
  const [typing, setTyping] = useState<string | null>(null);
  const minutes = chosen ?? prepared ?? step.minutes;
  const change = (by: number) => setChosen(Math.min(MOST_MINUTES, Math.max(1, minutes + by)));
  const type = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const typed = Number.parseInt(target.value, 10);
    setTyping(target.value);
    if (typed >= 1) setChosen(Math.min(MOST_MINUTES, typed));
  };
  const begin = () => void session.setSession({ timer: startTimer(minutes, session.now()) });
  return (
    <>
      <div className={styles.minutes}>
        <IconButton kind="paper" icon={Minus} label={text.fewer} onClick={() => change(minutes > 5 ? -5 : -1)} />
        <label className={`${styles.big} ${styles.typed}`}>
          <input
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={3}
            autoComplete="off"
            aria-label={text.howLong}
            value={typing ?? minutes}
            onChange={type}
            onFocus={({ target }) => target.select()}
            onBlur={() => setTyping(null)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') begin();
            }}
          />
          <span>{text.unit(minutes)}</span>
        </label>
        <IconButton kind="paper" icon={Plus} label={text.more} onClick={() => change(minutes >= 5 ? 5 : 1)} />
      </div>
      <Button kind="primary" icon={Play} onClick={begin}>
        {text.start}
      </Button>
    </>
  );
}

function Running({ timer }: { readonly timer: Timer }) {
  const { timer: text } = useText();
  const { session } = useCloth();
  const left = useCountdown() ?? 0;
  const isUp = useTimeIsUp();
  const set = (next: Timer | null) => void session.setSession({ timer: next });
  const now = () => session.now();
  return (
    <>
      <p className={styles.big}>{isUp ? text.over : shownTime(left)}</p>
      <div className={styles.buttons}>
        {!isUp &&
          (isPaused(timer) ? (
            <Button icon={Play} onClick={() => set(resumeTimer(timer, now()))}>
              {text.resume}
            </Button>
          ) : (
            <Button icon={Pause} onClick={() => set(pauseTimer(timer, now()))}>
              {text.pause}
            </Button>
          ))}
        <Button onClick={() => set(addMinute(timer, now()))}>{text.plus}</Button>
        {isUp ? (
          <Button onClick={() => set(null)}>{text.clear}</Button>
        ) : (
          <Button icon={Square} onClick={() => set(endTimer(now()))}>
            {text.end}
          </Button>
        )}
      </div>
    </>
  );
}

function Sound() {
  const { timer: text } = useText();
  const { device } = useCloth();
  const [on, setOn] = useState(() => soundIsOn(device.storage));
  const change = (next: boolean) => {
    setSound(device.storage, next);
    setOn(next);
    if (next) chime();
  };
  return <Switch label={text.sound} on={on} onChange={change} />;
}

const MOST_MINUTES = 180;
