import { Hourglass, Megaphone, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { putBack } from '../../../shared/cloth/intents/items.ts';
import { addMinute } from '../../../shared/method/timer.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { part } from '../../panels/part.ts';
import { handStore } from '../../panels/people/hand-store.ts';
import { useSaid } from '../../panels/said/use-said.ts';
import { say } from '../../panels/toasts/toast-store.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { watchLostRewrites } from '../../session/lost-rewrites.ts';
import { useTimeIsUp } from '../timer/use-countdown.ts';
import { useStepTexts } from '../use-step-texts.ts';
import styles from './Notices.module.css';

const HandingOver = part(() => import('../lead/HandingOver.tsx'));
const GivenLead = part(() => import('../lead/GivenLead.tsx'));

/** What the session has to say of itself: what who leads says, that the time is over, and, unseen, that the group moved. */
export function Notices() {
  return (
    <>
      <div className={styles.stack}>
        <Lead />
        <Said />
        <TimeIsUp />
      </div>
      <Moved />
      <NotNow />
      <LostRewrites />
    </>
  );
}

/** The same of the joint cloth, for somebody who is at their own. */
export function JointNotices() {
  return (
    <div className={styles.stack}>
      <Lead />
      <Said />
      <TimeIsUp apart />
    </div>
  );
}

/** The leading goes from one to another: asked of the one, told to the other. */
function Lead() {
  const { session } = useCloth();
  const hand = useStore(handStore, (state) => state.hand);
  const hands = hand !== null && hand.cloth === session.id && session.role === 'facilitator';
  const key = useStore(session.given);
  const [later, setLater] = useState<string | null>(null);
  return (
    <>
      {hands && <HandingOver key={hand.to.id} to={hand.to} />}
      {key !== null && key !== later && <GivenLead linkKey={key} onLater={() => setLater(key)} />}
    </>
  );
}

/** What who leads says to everyone. Put away by who leads, it is gone for all. */
function Said() {
  const { said: text } = useText();
  const { session } = useCloth();
  const leads = useLeads();
  const { said, putAway } = useSaid();
  return (
    <div role="status">
      {said && (
        <div key={said.n} className={styles.slip} data-said="">
          <Megaphone aria-hidden="true" size={22} />
          <p className={styles.said}>{said.text}</p>
          <IconButton
            icon={X}
            label={leads ? text.putAwayForAll : text.putAway}
            onClick={() => (leads ? session.setSession({ message: null }) : putAway())}
          />
        </div>
      )}
    </div>
  );
}

/**
 * The time is over. For who waits, why; for who leads, the way on; for all others a word that is put away by a press.
 * `apart`: on one's own cloth, where nobody's hands are held.
 */
function TimeIsUp({ apart = false }: { readonly apart?: boolean }) {
  const { steps: text, timer: words } = useText();
  const { session } = useCloth();
  const held = useStore(session.held) && !apart;
  const { held: holds, timer } = useRunning();
  const leads = useLeads() && !apart;
  const isUp = useTimeIsUp();
  const [away, setAway] = useState<number | null>(null);
  if (!timer || !isUp || (away === timer.endsAt && !held && !leads)) return null;
  const why = leads
    ? holds
      ? text.heldLead
      : text.overLead
    : held
      ? text.heldText
      : apart
        ? text.overApart
        : text.over;
  return (
    <div className={styles.slip} role={held ? 'alert' : 'status'}>
      <Hourglass aria-hidden="true" size={22} />
      <div>
        <strong>{text.held}</strong>
        <p>{why}</p>
      </div>
      {leads && (
        <div className={styles.ways}>
          <Button onClick={() => session.setSession({ timer: addMinute(timer, session.now()) })}>{words.plus}</Button>
          <Button kind="primary" onClick={() => session.setSession({ timer: null })}>
            {text.goOn}
          </Button>
        </div>
      )}
      {!leads && !held && <IconButton icon={X} label={text.putAway} onClick={() => setAway(timer.endsAt)} />}
    </div>
  );
}

/** Says to a screen reader that the group went to another step. */
function Moved() {
  const { steps: text } = useText();
  const { step } = useRunning();
  const { name } = useStepTexts(step);
  const [first] = useState(step);
  const [said, setSaid] = useState(false);
  useEffect(() => {
    if (step !== first) setSaid(true);
  }, [step, first]);
  return (
    <p className="visually-hidden" role="status">
      {said ? text.moved(step, name) : ''}
    </p>
  );
}

/** Offers back what was rewritten here off the network and taken off the cloth by another meanwhile. */
function LostRewrites() {
  const { steps: text } = useText();
  const { session } = useCloth();
  useEffect(
    () =>
      watchLostRewrites(session, (items) => {
        const ids = items.map(({ id }) => id);
        const run = () => void session.perform((cloth) => putBack(cloth, ids));
        const words = items.map((item) => `“${item.text}”`).join(', ');
        say(text.lostRewrites(words, items.length), {
          tone: 'problem',
          action: { label: text.putBack, run },
          stays: true,
        });
      }),
    [session, text],
  );
  return null;
}

/** Puts in words why something that was tried on the cloth did not happen. */
function NotNow() {
  const { steps: text } = useText();
  const { view } = useCloth();
  useEffect(
    () =>
      view.subscribe(({ notNow }, before) => {
        if (notNow && notNow !== before.notNow) say(text.notNow[notNow.why]);
      }),
    [view, text],
  );
  return null;
}
