import { Clock3, Pause } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isPaused, shownTime, type Timer, timeLeft } from '../../../shared/method/timer.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { part } from '../../panels/part.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { chime, soundIsOn, unlockSound } from './chime.ts';
import styles from './TimerButton.module.css';
import { useCountdown, useTimeIsUp } from './use-countdown.ts';

const TimerSheet = part(() => import('./TimerSheet.tsx'));

/** From here on the time is nearly over, ms. */
const NEARLY = 60_000;

/** The time that is left, for everyone; pressed it shows what can be done with it. Without a timer only who leads sees it. */
export function TimerButton() {
  const { timer: text } = useFirstText();
  const { timer } = useRunning();
  const left = useCountdown();
  const isUp = useTimeIsUp();
  const leads = useLeads();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useChime(timer);
  useEffect(unlockSound, []);

  const state = left === null ? 'none' : isUp ? 'over' : timer && isPaused(timer) ? 'paused' : 'runs';
  const shown = left === null ? '' : shownTime(left);
  const label = { none: text.set, over: text.over, paused: text.paused(shown), runs: text.left(shown) }[state];
  if (state === 'none' && !leads) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.timer}
        data-state={state}
        data-nearly={state === 'runs' && left !== null && left <= NEARLY}
        aria-label={label}
        data-tip={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {state === 'paused' ? (
          <Pause aria-hidden="true" size={16} />
        ) : (
          <Clock3 aria-hidden="true" size={state === 'none' ? 21 : 17} strokeWidth={1.9} />
        )}
        {state !== 'none' && <span role="timer">{shown}</span>}
      </button>
      <p className="visually-hidden" role="status">
        {isUp ? text.over : ''}
      </p>
      {open && <TimerSheet anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Sounds when a timer ends before this page's eyes, by itself or by who leads; not for one that had before the page came. */
function useChime(timer: Timer | null): void {
  const { session, device } = useCloth();
  const ran = useRef(false);
  useEffect(() => {
    const left = timer && timeLeft(timer, session.now());
    const ended = ran.current && left === 0;
    ran.current = left !== null && left > 0;
    const sound = () => {
      ran.current = false;
      if (soundIsOn(device.storage)) chime();
    };
    if (ended) sound();
    if (!timer || isPaused(timer) || !left) return;
    const end = setTimeout(sound, left);
    return () => clearTimeout(end);
  }, [timer, session, device]);
}
