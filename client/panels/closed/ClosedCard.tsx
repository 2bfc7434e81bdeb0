import { useMemo, useState } from 'react';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { Texts } from '../../i18n/nl.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { later } from '../part.ts';
import { clothToKeep } from '../take-home/cloth-to-keep.ts';
import { NoticeCard } from './NoticeCard.tsx';

const bringSaving = later(() => import('../take-home/save-cloth-file.ts'));

interface ClosedCardProps {
  /** Why, as the server closed the connection. */
  readonly code: number;
  readonly onHome: () => void;
}

/** Says why the server refuses this page for good, keeps the cloth in sight, and offers the copy on this device. */
export default function ClosedCard({ code, onHome }: ClosedCardProps) {
  const texts = useText();
  const { closed, gone } = texts;
  const { session } = useCloth();
  const [looksOn, setLooksOn] = useState(false);
  // Brought while the server still answers, not when the button is pressed.
  const saving = useMemo(bringSaving, []);
  if (looksOn) return null;
  const { title, text } = wordsOf(code, closed);
  const keeps = clothToKeep(session);
  return (
    <NoticeCard title={title} text={keeps.whole ? text : `${text} ${closed.withoutHidden}`}>
      {RELOAD_HELPS.has(code) && (
        <Button kind="primary" onClick={() => location.reload()}>
          {gone.reload}
        </Button>
      )}
      <Button
        kind={RELOAD_HELPS.has(code) ? 'paper' : 'primary'}
        onClick={() => void saving.then(({ saveClothFile }) => saveClothFile(session, texts))}
      >
        {gone.keep}
      </Button>
      <Button onClick={() => setLooksOn(true)}>{closed.look}</Button>
      <Button kind="quiet" onClick={onHome}>
        {gone.home}
      </Button>
    </NoticeCard>
  );
}

const RELOAD_HELPS: ReadonlySet<number> = new Set([
  CLOSE.clientTooOld,
  CLOSE.frameTooLarge,
  CLOSE.tooManyMessages,
  CLOSE.badFrame,
]);

function wordsOf(code: number, closed: Texts['closed']): { readonly title: string; readonly text: string } {
  switch (code) {
    case CLOSE.unauthorised:
      return closed.unauthorised;
    case CLOSE.forbidden:
      return closed.forbidden;
    case CLOSE.unknownCloth:
      return closed.missing;
    case CLOSE.closedForGood:
      return closed.forGood;
    case CLOSE.frameTooLarge:
      return closed.tooLarge;
    case CLOSE.clothFull:
      return closed.full;
    case CLOSE.clientTooOld:
      return closed.tooOld;
    case CLOSE.tooManyMessages:
      return closed.tooManyMessages;
    default:
      return closed.other;
  }
}
