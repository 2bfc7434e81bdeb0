import { useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { TakePicture } from '../../canvas/board/automation.ts';
import { ClothCanvas } from '../../canvas/board/ClothCanvas.tsx';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { useText } from '../../i18n/use-text.ts';
import { ClosedNotice } from '../../panels/closed/ClosedNotice.tsx';
import { FullNotice } from '../../panels/closed/FullNotice.tsx';
import { ClothProvider, useCloth } from '../../panels/cloth-context.tsx';
import { Dialogs } from '../../panels/dialogs/Dialogs.tsx';
import Pinged from '../../panels/follow/Pinged.tsx';
import { MenuButton } from '../../panels/menu/MenuButton.tsx';
import { PanelGuard } from '../../panels/PanelGuard.tsx';
import { usePage, usePageState } from '../../panels/page.ts';
import { part } from '../../panels/part.ts';
import { takePicture } from '../../panels/take-home/take-picture.ts';
import { Tips } from '../../panels/tips/Tips.tsx';
import { PointedAt } from '../../panels/walk/PointedAt.tsx';
import { Side } from '../../steps/side/Side.tsx';
import { useGroupLanguage } from '../cloth/group-language.ts';
import { useOpenedCloth } from '../cloth/opened-cloth.ts';
import { usePageTitle } from '../page-title.ts';
import { navigate } from '../router.tsx';
import compared from './ComparedPaper.module.css';
import { JoinPaper } from './JoinPaper.tsx';
import { LettersPaper } from './LettersPaper.tsx';
import { PeoplePaper } from './PeoplePaper.tsx';
import { usePapersInset } from './papers-inset.ts';
import { SaidPaper } from './SaidPaper.tsx';
import { ScreenView } from './ScreenView.tsx';
import styles from './SharedScreen.module.css';
import { StepPaper } from './StepPaper.tsx';
import { useStillness } from './stillness.ts';

const ComparedOnCloth = part(() => import('../../panels/moments/ComparedOnCloth.tsx'));
const FieldsView = part(() => import('../../panels/positions/FieldsView.tsx'));
const MomentForAll = part(() => import('../../panels/moments/MomentForAll.tsx'));

/** Nobody writes here. */
const neverBusy = () => false;

interface SharedScreenProps {
  readonly session: ClothSession;
  readonly linkKey: string;
}

/**
 * The cloth for a wall: to be read from four metres by everyone in the room, and touched by nobody. It follows who leads
 * or shows the whole cloth; what can be done here shows itself only while somebody moves the mouse.
 */
export default function SharedScreen({ session, linkKey }: SharedScreenProps) {
  const { cloth, setCanvas } = useOpenedCloth({ session, linkKey });
  return (
    <ClothProvider value={cloth}>
      <Screen onCanvas={setCanvas} />
    </ClothProvider>
  );
}

/** The canvas, and the papers that hang round it. */
function Screen({ onCanvas }: { readonly onCanvas: (canvas: CanvasHandle | null) => void }) {
  const text = useText();
  const { session, view } = useCloth();
  const page = usePage();
  const papers = useRef<HTMLDivElement>(null);
  const inset = usePapersInset(papers);
  const still = useStillness();
  const onlyCloth = useStore(view, (state) => state.onlyCloth);
  const byField = usePageState(({ fields }) => fields !== null);
  const compares = usePageState(({ compared }) => compared !== null);
  const looksAtMoment = useStore(session.live, (live) => live?.moment != null);
  const name = useStore(session.snapshot, ({ initiative, meta }) => initiative || meta.title);
  usePageTitle(`${name || text.top.untitled} · ${text.app.name}`);
  useGroupLanguage(session);
  const labels = useMemo(() => ({ cloth: text.canvas.cloth, words: text.canvas.words }), [text]);
  const picture = useCallback<TakePicture>(
    (scene, size) => takePicture(scene, session.snapshot.getState(), size),
    [session],
  );
  const goHome = () => navigate('/');

  return (
    <div className={styles.screen} data-still={still}>
      <main className={styles.cloth} inert={byField}>
        <ClothCanvas
          session={session}
          view={view}
          inset={inset}
          onHandle={onCanvas}
          labels={labels}
          takePicture={picture}
        />
      </main>
      <ScreenView />
      {looksAtMoment && <MomentForAll isBusy={neverBusy} />}
      {byField ? (
        <FieldsView inset={inset} />
      ) : (
        <>
          <PointedAt />
          <Pinged />
        </>
      )}
      <SaidPaper />
      <div ref={papers} className={styles.papers} hidden={onlyCloth}>
        <StepPaper />
        <LettersPaper />
        {compares && (
          <div className={compared.large}>
            <ComparedOnCloth />
          </div>
        )}
        <JoinPaper />
        <PeoplePaper />
      </div>
      <div className={styles.menu}>
        <MenuButton onHome={goHome} onOutline={() => page.toggleSide('outline')} />
      </div>
      <div className={styles.side}>
        <PanelGuard>
          <Side />
        </PanelGuard>
      </div>
      <ClosedNotice onHome={goHome} />
      <FullNotice onHome={goHome} />
      <PanelGuard>
        <Dialogs />
      </PanelGuard>
      <Tips />
      {still && <div className={styles.curtain} />}
    </div>
  );
}
