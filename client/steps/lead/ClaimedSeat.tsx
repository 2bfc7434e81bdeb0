import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import styles from '../bar/Slips.module.css';

/** Somebody on another device says that this seat is theirs: mostly the same person, who took up another device. */
export default function ClaimedSeat({ by }: { readonly by: number }) {
  const { arrival } = useText();
  const { session } = useCloth();
  const name = useStore(session.me, (me) => me.name);
  const [said, setSaid] = useState(false);
  if (said) return null;
  return (
    <div className={styles.slip} role="alert">
      <UserRoundCheck aria-hidden="true" size={22} />
      <p className={styles.said}>{arrival.claimed(name)}</p>
      <Button kind="primary" onClick={() => session.standUp()}>
        {arrival.giveSeat}
      </Button>
      <Button
        onClick={() => {
          session.denyClaim(by);
          setSaid(true);
        }}
      >
        {arrival.keepSeat}
      </Button>
    </div>
  );
}
