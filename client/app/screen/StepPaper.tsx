import { Clock3, Footprints, Pause } from 'lucide-react';
import { useStore } from 'zustand';
import { isPaused, shownTime } from '../../../shared/method/timer.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { madeAlone, othersAt, peopleOf } from '../../panels/people/at-table.ts';
import { useRunning } from '../../panels/use-running.ts';
import { useWalk } from '../../panels/walk/use-walk.ts';
import { useCountdown, useTimeIsUp } from '../../steps/timer/use-countdown.ts';
import { useStepSentence, useStepTexts } from '../../steps/use-step-texts.ts';
import styles from './SharedScreen.module.css';

/** Where the group is, what is to be done now, whose edge all walk at, and how much time is left for it. */
export function StepPaper() {
  const { screen, steps, alone: apart } = useText();
  const { session } = useCloth();
  const { step, hidden, alone, timer } = useRunning();
  const present = useStore(session.present);
  const people = peopleOf(othersAt(present, null)).filter(({ name }) => name !== '');
  const made = [...madeAlone(present).values()];
  const things = made.reduce((sum, each) => sum + each, 0);
  const { name } = useStepTexts(step);
  const sentence = useStepSentence(step);
  return (
    <section className={`${styles.paper} ${styles.step}`} data-timed={timer !== null} aria-label={steps.title}>
      <p className={styles.number}>{screen.step(step)}</p>
      <h1>{name}</h1>
      <p className={styles.sentence}>
        {alone ? apart.onWall(made.length, people.length, things) : hidden ? steps.hiddenNow : sentence}
      </p>
      <Edge />
      <Time />
    </section>
  );
}

/** Where the group stands on a walk, or the screen on its own; also while somebody looks elsewhere here by hand. */
function Edge() {
  const { walk: text } = useText();
  const { walk } = useRunning();
  const { stops, stop: own } = useWalk();
  const stop = walk ? stops.find(({ seat }) => seat === walk.seat) : own;
  if (!stop) return null;
  return (
    <p className={styles.edge} role="status">
      <Footprints aria-hidden="true" />
      <span>{stop.name ? text.edgeOf(stop.name) : text.freeEdge(stop.number)}</span>
    </p>
  );
}

function Time() {
  const { timer: text } = useText();
  const { timer } = useRunning();
  const left = useCountdown();
  const isUp = useTimeIsUp();
  if (!timer || left === null) return null;
  const paused = isPaused(timer);
  return (
    <p className={styles.time} data-over={isUp}>
      {paused ? <Pause aria-hidden="true" /> : <Clock3 aria-hidden="true" />}
      <span role="timer" aria-label={paused ? text.paused(shownTime(left)) : text.left(shownTime(left))}>
        {isUp ? text.over : shownTime(left)}
      </span>
    </p>
  );
}
