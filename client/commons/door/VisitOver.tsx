import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { NoticeCard } from '../../panels/closed/NoticeCard.tsx';
import { useRoom } from '../room-context.tsx';
import { signIn, useDoor } from './use-door.ts';

/** Says, over the room itself, that one is not in it any more, and how to go on. */
export default function VisitOver() {
  const words = useText().door;
  const { session } = useRoom();
  const door = useDoor(session.id);
  const [looksOn, setLooksOn] = useState(false);
  if (door === 'asking' || looksOn) return null;
  const lookOn = () => setLooksOn(true);
  if (!door) {
    return (
      <NoticeCard title={words.shutTitle} text={words.shut}>
        <Button onClick={lookOn}>{words.lookOn}</Button>
      </NoticeCard>
    );
  }
  return (
    <NoticeCard title={words.overTitle} text={words.over(door.name)}>
      <Button kind="primary" icon={LogIn} onClick={() => signIn(session.id)}>
        {words.signIn(door.name)}
      </Button>
      <Button onClick={lookOn}>{words.lookOn}</Button>
    </NoticeCard>
  );
}
