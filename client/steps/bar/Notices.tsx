import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { putBack } from '../../../shared/cloth/intents/items.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { say } from '../../panels/toasts/toast-store.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { watchLostRewrites } from '../../session/lost-rewrites.ts';
import { useTimeIsUp } from '../timer/use-countdown.ts';
import { useStepTexts } from '../use-step-texts.ts';
import styles from './Notices.module.css';

/** What the session has to say of itself: that the time is over and who waits for whom, and, unseen, that the group moved. */
export function Notices() {
  return (
    <>
      <Held />
      <Moved />
      <NotNow />
      <LostRewrites />
    </>
  );
}

/** While input waits: for who waits, why; for who leads, the way on. */
function Held() {
  const { steps: text } = useText();
  const { session } = useCloth();
  const held = useStore(session.held);
  const { held: holds } = useRunning();
  const leads = useLeads();
  const isUp = useTimeIsUp();
  if (!held && !(leads && holds && isUp)) return null;
  return (
    <div className={styles.held} role={held ? 'alert' : undefined}>
      <Hourglass aria-hidden="true" size={22} />
      <div>
        <strong>{text.held}</strong>
        <p>{leads ? text.heldLead : text.heldText}</p>
      </div>
      {leads && (
        <Button kind="primary" onClick={() => session.setSession({ timer: null })}>
          {text.goOn}
        </Button>
      )}
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
