import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { ClothProvider, useCloth } from '../../panels/cloth-context.tsx';
import type { ClothSession } from '../../session/cloth-session.ts';
import { TimerButton } from '../timer/TimerButton.tsx';
import styles from './Alone.module.css';
import { useJoint } from './use-joint.ts';

/** At the top of one's own cloth, in place of the steps: whose it is, how much time the group has, and the way back. */
export default function OwnBar() {
  const { alone: text } = useText();
  const { goTo } = useCloth();
  const { way, joint } = useJoint();
  return (
    <section className={styles.own} aria-label={text.mine}>
      {way && (
        <Button kind="primary" icon={ArrowLeft} onClick={() => goTo(way)}>
          {text.back}
        </Button>
      )}
      <div className={styles.words}>
        <strong>{text.mine}</strong>
        {joint ? <Meanwhile joint={joint} /> : <p>{text.write}</p>}
        <p className={styles.read}>{text.read}</p>
      </div>
      {joint && <JointTime joint={joint} />}
    </section>
  );
}

/** What the group does meanwhile. */
function Meanwhile({ joint }: { readonly joint: ClothSession }) {
  const { alone: text } = useText();
  const isOver = useStore(joint.live, (live) => live !== null && !live.alone);
  return (
    <p role="status" className={isOver ? styles.over : undefined}>
      {isOver ? text.over : text.write}
    </p>
  );
}

/** The group's time, as at the table. */
function JointTime({ joint }: { readonly joint: ClothSession }) {
  const cloth = useCloth();
  const atTable = useMemo(() => ({ ...cloth, session: joint }), [cloth, joint]);
  return (
    <ClothProvider value={atTable}>
      <TimerButton />
    </ClothProvider>
  );
}
