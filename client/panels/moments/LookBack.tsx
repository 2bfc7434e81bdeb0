import { CSPProvider } from '@base-ui/react/csp-provider';
import { Dialog } from '@base-ui/react/dialog';
import { Undo2, UsersRound } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import type { Moment } from '../../../shared/model/snapshot.ts';
import { ClothCanvas } from '../../canvas/board/ClothCanvas.tsx';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { createViewStore } from '../../canvas/view-store.ts';
import { frozenSession } from '../../document/frozen-session.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { useShowToAll } from './for-all.ts';
import styles from './LookBack.module.css';
import { readMomentFile } from './read-moment.ts';
import { useWhen } from './use-when.ts';

/** The banner lies over the top of the cloth, CSS px. */
const INSET = { top: 120, right: 20, bottom: 28, left: 20 } as const;
/** Close enough to read the thing that is looked for, CSS px per mm. */
const READABLE = 0.8;

interface LookBackProps {
  readonly moment: Moment;
  /** The item or tie that is looked for there; null to see the whole. */
  readonly at: string | null;
  readonly onBack: () => void;
}

/** The cloth as it was at a moment, over the whole screen: to look round in, and never to change. */
export function LookBack({ moment, at, onBack }: LookBackProps) {
  const { moments: text, canvas: words } = useText();
  const { session } = useCloth();
  const when = useWhen();
  const toAll = useShowToAll(moment.id, 'back');
  const back = useRef<HTMLButtonElement>(null);
  const view = useMemo(createViewStore, []);
  const then = useMemo(() => {
    const file = readMomentFile(session, moment.id);
    return file && frozenSession(snapshotOfFile(file), session);
  }, [session, moment.id]);
  const labels = useMemo(() => ({ cloth: words.cloth, words: words.words }), [words]);

  const shown = useCallback(
    (canvas: CanvasHandle | null) => {
      const box = at && canvas?.boxOf(at);
      if (!canvas || !at || !box) return;
      canvas.camera.setInset(INSET);
      canvas.camera.fitTo([box], READABLE);
      view.setState({ selection: new Set([at]) });
    },
    [at, view],
  );

  if (!then) return null;
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onBack()}>
        <Dialog.Portal>
          <Dialog.Popup className={styles.past} initialFocus={back}>
            <ClothCanvas session={then} view={view} inset={INSET} onHandle={shown} labels={labels} />
            <header className={styles.banner}>
              <Dialog.Title className={styles.title}>
                <small>{text.asItWas}</small> <span translate="no">{moment.name || text.unnamed}</span>
              </Dialog.Title>
              <p>{text.writtenBy(when(moment.createdAt), moment.by)}</p>
              {toAll.leads && !toAll.on && (
                <Button icon={UsersRound} onClick={toAll.show}>
                  {text.showAll}
                </Button>
              )}
              {toAll.on && <p role="status">{text.allLookAlong}</p>}
              <Button ref={back} kind="primary" icon={Undo2} onClick={onBack}>
                {text.backToNow}
              </Button>
            </header>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  );
}
