import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../look/Button.tsx';
import { NoticeCard } from '../panels/closed/NoticeCard.tsx';

/** Says, over the room itself, that nothing more fits in it. */
export default function RoomFull() {
  const { commons, door } = useText();
  const [looksOn, setLooksOn] = useState(false);
  if (looksOn) return null;
  return (
    <NoticeCard title={commons.fullTitle} text={commons.full}>
      <Button onClick={() => setLooksOn(true)}>{door.lookOn}</Button>
    </NoticeCard>
  );
}
