import { Hourglass, Lock, Megaphone, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { addMinute } from '../../../shared/method/timer.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePageState } from '../../panels/page.ts';
import { part } from '../../panels/part.ts';
import { useSaid } from '../../panels/said/use-said.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { useClaimant } from '../lead/use-claimant.ts';
import { useTimeIsUp } from '../timer/use-countdown.ts';
import styles from './Slips.module.css';

const HandingOver = part(() => import('../lead/HandingOver.tsx'));
const ClaimedSeat = part(() => import('../lead/ClaimedSeat.tsx'));
const GivenLead = part(() => import('../lead/GivenLead.tsx'));

interface SlipsProps {
  /** On one's own cloth, where these are of the joint one. */
  readonly apart?: boolean;
}

/** Slips of paper under the bar, one under the other: who is to lead, what who leads says, and that the time is over. */
export default function Slips({ apart = false }: SlipsProps) {
  return (
    <div className={styles.stack}>
      <Lead />
      {!apart && <Claimed />}
      <Said />
      {!apart && <Closed />}
      <TimeIsUp apart={apart} />
    </div>
  );
}

/** The leading goes from one to another: asked of the one, told to the other. */
function Lead() {
  const { session } = useCloth();
  const hand = usePageState(({ hand }) => hand);
  const key = useStore(session.given);
  const [later, setLater] = useState<string | null>(null);
  return (
    <>
      {hand && session.role === 'facilitator' && <HandingOver key={hand.id} to={hand} />}
      {key !== null && key !== later && <GivenLead linkKey={key} onLater={() => setLater(key)} />}
    </>
  );
}

/** Somebody says that this page's seat is theirs. */
function Claimed() {
  const { session } = useCloth();
  const by = useClaimant(session);
  return by === null ? null : <ClaimedSeat key={by} by={by} />;
}

/** Nobody but who leads writes any more. */
function Closed() {
  const { steps: text } = useText();
  const { session } = useCloth();
  const { closed } = useRunning();
  const leads = useLeads();
  const waiting = useStore(session.saved, (saved) => ('waiting' in saved ? saved.waiting : 0));
  if (!closed) return null;
  return (
    <div className={styles.slip}>
      <Lock aria-hidden="true" size={22} />
      <p className={styles.said}>
        <span key={leads ? 'lead' : 'closed'}>{leads ? text.closedLead : text.closed}</span>
        {!leads && waiting > 0 && <span key="waiting">{` ${text.closedWaiting(waiting)}`}</span>}
      </p>
      {leads && <Button onClick={() => session.setSession({ closed: false })}>{text.reopen}</Button>}
    </div>
  );
}

/** What who leads says to everyone. Put away by who leads, it is gone for all. */
function Said() {
  const { said: text } = useText();
  const { session } = useCloth();
  const leads = useLeads();
  const { said, putAway } = useSaid();
  if (!said) return null;
  return (
    <div key={said.n} className={styles.slip} data-said="">
      <Megaphone aria-hidden="true" size={22} />
      <p className={styles.said}>{said.text}</p>
      <IconButton
        icon={X}
        label={leads ? text.putAwayForAll : text.putAway}
        onClick={() => (leads ? session.setSession({ message: null }) : putAway())}
      />
    </div>
  );
}

/**
 * The time is over. For who waits, why; for who leads, the way on; for all others a word that is put away by a press.
 * `apart`: on one's own cloth, where nobody's hands are held.
 */
function TimeIsUp({ apart }: { readonly apart: boolean }) {
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
    <div className={styles.slip} role={held ? 'alert' : undefined}>
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
