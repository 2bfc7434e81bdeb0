import { CSPProvider } from '@base-ui/react/csp-provider';
import { Dialog } from '@base-ui/react/dialog';
import { Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import { roundOffPath, setCarriedBy, setFinishedWhen, standAt } from '../../../shared/commands/path.ts';
import { dayOfTime } from '../../../shared/model/days.ts';
import { STONES } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { LineField } from '../contacts/LineField.tsx';
import { useDayName } from '../line/use-day-name.ts';
import { useMayWrite } from '../use-may-write.ts';
import styles from './Path.module.css';
import { PathStone } from './PathStone.tsx';

/** The stones of trying out come after the way from initiative to approach. */
const SECOND = 8;

/** The back of the cloth: the path of an initiative from its beginning to what was tried out, stone by stone. */
export default function PathDialog({ onClose }: { readonly onClose: () => void }) {
  const { path: text, top } = useText();
  const { session } = useCloth();
  const mayWrite = useMayWrite();
  const nameOf = useDayName();
  const name = useStore(session.snapshot, ({ initiative, meta }) => initiative || meta.title);
  const path = useStore(session.snapshot, (cloth) => cloth.path);
  const at = path?.at ?? null;
  const stretches = [
    { title: text.first, stones: STONES.slice(0, SECOND) },
    { title: text.second, stones: STONES.slice(SECOND) },
  ];
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className={styles.wood} />
          <Dialog.Viewport className={styles.view}>
            <Dialog.Popup className={styles.back}>
              <header className={styles.head}>
                <div>
                  <Dialog.Title className={styles.title}>{text.title}</Dialog.Title>
                  <p className={styles.name}>{name || top.untitled}</p>
                </div>
                <Dialog.Close render={<Button icon={Undo2}>{text.back}</Button>} />
              </header>
              <p className={styles.intro}>{at === null ? text.intro : text.weAreHere(at, text.stones[at])}</p>
              <div className={styles.agreed} inert={!mayWrite}>
                <LineField
                  label={text.carriedBy}
                  hint={text.carriedByHint}
                  value={path?.carriedBy ?? ''}
                  onDone={(words) => session.perform((cloth) => setCarriedBy(cloth, words))}
                />
                <LineField
                  label={text.finishedWhen}
                  hint={text.finishedWhenHint}
                  value={path?.finishedWhen ?? ''}
                  onDone={(words) => session.perform((cloth) => setFinishedWhen(cloth, words))}
                />
              </div>
              {stretches.map(({ title, stones }) => (
                <section key={title} className={styles.stretch}>
                  <h3>{title}</h3>
                  <ol>
                    {stones.map((stone) => (
                      <PathStone
                        key={stone}
                        stone={stone}
                        isHere={at === stone}
                        isPassed={at !== null && Number(stone) < Number(at)}
                        notes={path?.notes.filter((note) => note.stone === stone) ?? []}
                        mayWrite={mayWrite}
                        onStand={() => session.perform((cloth) => standAt(cloth, at === stone ? null : stone))}
                        onFront={onClose}
                      />
                    ))}
                  </ol>
                </section>
              ))}
              <footer className={styles.foot}>
                {path?.roundedOff ? (
                  <>
                    <p>{text.roundedOff(nameOf(path.roundedOff))}</p>
                    {mayWrite && (
                      <Button kind="quiet" onClick={() => session.perform((cloth) => roundOffPath(cloth, null))}>
                        {text.takeUp}
                      </Button>
                    )}
                  </>
                ) : (
                  mayWrite && (
                    <Button onClick={() => session.perform((cloth) => roundOffPath(cloth, dayOfTime(session.now())))}>
                      {text.roundOff}
                    </Button>
                  )
                )}
              </footer>
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  );
}
