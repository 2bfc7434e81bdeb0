import { useEffect, useState } from 'react';
import { listsOf } from '../../../shared/text/plural.ts';
import { apiOf } from '../../document/api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { useOtherLeaders } from '../people/use-other-leaders.ts';
import { say, sayProblem } from '../toasts/toast-store.ts';

/** Within this time the others have heard that somebody leads no longer, ms. */
const TURN_MS = 2_000;

interface HandOver {
  /** Who leads besides this person, by name; null for nobody yet. */
  readonly others: string | null;
  /** Handing over was begun, and the other has not come yet. */
  readonly waits: boolean;
  begin(): void;
  stop(): void;
}

/**
 * Gives the leading out of this person's hands, but never before another has it in theirs: only when another facilitator
 * is at the table (of a `seat`, only whoever sits there) does this device give up its key and go on as a participant, on the
 * same seat.
 */
export function useHandOver(seat: string | null = null): HandOver {
  const page = usePage();
  const { lead } = useText();
  const language = useLanguage();
  const { session, device, linkKey } = useCloth();
  const [waits, setWaits] = useState(false);
  const leaders = useOtherLeaders();
  const leading = seat === null ? leaders : leaders.filter((each) => each.seat === seat);
  const someoneLeads = leading.length > 0;
  // Of several who hand over at the same moment each waits for those before it, and goes only while someone is left.
  const turn = leading.filter(({ id }) => id < session.connection).length;
  const names = leading.map(({ name }) => name || lead.someone);

  useEffect(() => {
    if (!waits || !someoneLeads) return;
    const { id } = session;
    const known = device.cloths.find(id)?.keys.participant;
    const stepDown = (key: string) => {
      device.cloths.remember(id, { keys: { participant: key } });
      device.cloths.dropKey(id, 'facilitator');
      page.closeDialog();
      page.setState({ hand: null });
      say(lead.handedOver);
      // In place of the address with the key that was given up, so that going back does not find it.
      location.replace(`#${key}`);
    };
    const goOn = () => {
      if (known) return stepDown(known);
      apiOf(session)
        .mintKey(id, linkKey, 'participant')
        .then(
          ({ key }) => stepDown(key),
          () => {
            setWaits(false);
            sayProblem(lead.failed);
          },
        );
    };
    const timer = setTimeout(goOn, turn * TURN_MS);
    return () => clearTimeout(timer);
  }, [waits, someoneLeads, turn, session, device, linkKey, lead, page.setState, page.closeDialog]);

  return {
    others: someoneLeads ? listsOf(language)([...new Set(names)]) : null,
    waits,
    begin: () => setWaits(true),
    stop: () => setWaits(false),
  };
}
