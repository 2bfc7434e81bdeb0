import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { putBack } from '../../../shared/commands/items.ts';
import { watchLostRewrites } from '../../document/lost-rewrites.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePageState } from '../../panels/page.ts';
import { part } from '../../panels/part.ts';
import { say } from '../../panels/toasts/toast-store.ts';
import { useRunning } from '../../panels/use-running.ts';
import { useClaimant } from '../lead/use-claimant.ts';
import { useTimeIsUp } from '../timer/use-countdown.ts';
import { useStepTexts } from '../use-step-texts.ts';

const Slips = part(() => import('./Slips.tsx'));

/** What the session has to say of itself: what who leads says, that the time is over, and, unseen, that the group moved. */
export function Notices() {
  return (
    <>
      <Slipped />
      <Moved />
      <NotNow />
      <LostRewrites />
    </>
  );
}

/** The place of what is said now and then, fetched when there is any. It is there before that: a screen reader hears only what changes in it. */
export function Slipped({ apart = false }: { readonly apart?: boolean }) {
  const { session } = useCloth();
  const { message, closed } = useRunning();
  const isUp = useTimeIsUp();
  const hands = usePageState(({ hand }) => hand !== null);
  const given = useStore(session.given, (key) => key !== null);
  const claimed = useClaimant(session) !== null;
  const anything = message || isUp || hands || given || closed || claimed;
  return <div role="status">{anything && <Slips apart={apart} />}</div>;
}

/** Says to a screen reader that the group went to another step. */
function Moved() {
  const { steps: text } = useFirstText();
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
  const { steps: text } = useFirstText();
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
  const { steps: text } = useFirstText();
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
