import { ArrowLeft, BellRing } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ClothSession } from '../../document/cloth-session.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { ClothProvider, useCloth } from '../../panels/cloth-context.tsx';
import { Slipped } from '../bar/Notices.tsx';
import { TimerButton } from '../timer/TimerButton.tsx';
import styles from './Alone.module.css';
import { useCalledBack } from './use-called-back.ts';
import { useJoint } from './use-joint.ts';

/**
 * At the top of one's own cloth, in place of the steps: whose it is, how much time the group has, and the way back; under it
 * what the group has to say meanwhile.
 */
export default function OwnBar() {
  const { alone: text } = useText();
  const { goTo } = useCloth();
  const { way, joint } = useJoint();
  const goBack = useCallback(() => {
    if (way) goTo(way);
  }, [way, goTo]);
  const called = useCalledBack(joint, goBack);
  useTellingMade(joint);
  return (
    <div className={styles.place}>
      <section className={styles.own} aria-label={text.mine}>
        {way && (
          <Button kind="primary" icon={ArrowLeft} onClick={goBack}>
            {text.back}
          </Button>
        )}
        <div className={styles.words}>
          <strong>{text.mine}</strong>
          {joint ? <Meanwhile joint={joint} /> : <p>{text.write}</p>}
          <p className={styles.read}>{text.read}</p>
        </div>
        {joint && (
          <AtTable joint={joint}>
            <TimerButton />
          </AtTable>
        )}
      </section>
      <div className={styles.hung}>
        {called.seconds !== null && (
          <section className={styles.called} aria-label={text.called} data-called="">
            <BellRing aria-hidden="true" size={30} />
            <div>
              <p role="alert" className={styles.call}>
                {text.called}
              </p>
              <p role="timer">{text.along(called.seconds)}</p>
            </div>
            <div className={styles.answers}>
              <Button kind="primary" onClick={goBack}>
                {text.goAlong}
              </Button>
              <Button onClick={called.wait}>{text.aMoment}</Button>
            </div>
          </section>
        )}
        {joint && called.seconds === null && (
          <AtTable joint={joint}>
            <Slipped apart />
          </AtTable>
        )}
      </div>
    </div>
  );
}

/** Tells the table how many things lie here, for who leads and the shared screen. */
function useTellingMade(joint: ClothSession | null): void {
  const { session } = useCloth();
  const made = useStore(session.snapshot, ({ items }) => items.length);
  useEffect(() => joint?.showMade(made), [joint, made]);
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

/** What stands in it stands at the table: the group's time, and what is said there. */
function AtTable({ joint, children }: { readonly joint: ClothSession; readonly children: ReactNode }) {
  const cloth = useCloth();
  const atTable = useMemo(() => ({ ...cloth, session: joint }), [cloth, joint]);
  return <ClothProvider value={atTable}>{children}</ClothProvider>;
}
