import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { sheetPath } from '../../../shared/model/sheets.ts';
import type { TakePicture } from '../../canvas/board/automation.ts';
import { ClothCanvas } from '../../canvas/board/ClothCanvas.tsx';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { bringPaste } from '../../canvas/input/clipboard.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { allTexts, withTexts } from '../../i18n/language.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { fetched } from '../../look/fetched.tsx';
import { usePageSign } from '../../look/page-sign.ts';
import { useRoomy, useWide } from '../../look/use-wide.ts';
import { offerDroppedFiles } from '../../panels/bring-in/dropped-file.ts';
import { CaptureBar } from '../../panels/capture/CaptureBar.tsx';
import { ClosedNotice } from '../../panels/closed/ClosedNotice.tsx';
import { FullNotice } from '../../panels/closed/FullNotice.tsx';
import { ClothProvider, useCloth } from '../../panels/cloth-context.tsx';
import { Dialogs } from '../../panels/dialogs/Dialogs.tsx';
import { HintLine } from '../../panels/hints/HintLine.tsx';
import { useInset } from '../../panels/inset.ts';
import { Legend } from '../../panels/legend/Legend.tsx';
import { recallLowBars } from '../../panels/menu/low-bars.ts';
import { PanelGuard } from '../../panels/PanelGuard.tsx';
import { usePage, usePageState } from '../../panels/page.ts';
import { later, part } from '../../panels/part.ts';
import { recallLetterKeys } from '../../panels/shortcuts/letter-keys.ts';
import { Tips } from '../../panels/tips/Tips.tsx';
import { ToolBar } from '../../panels/tool-bar/ToolBar.tsx';
import { TopBar } from '../../panels/top-bar/TopBar.tsx';
import { useLeads } from '../../panels/use-running.ts';
import { recallAsWritten } from '../../panels/walk/as-written.ts';
import { ZoomBar } from '../../panels/zoom/ZoomBar.tsx';
import { leavesGroupAlone } from '../../steps/lead/last-leader.ts';
import { Side } from '../../steps/side/Side.tsx';
import { usePageTitle } from '../page-title.ts';
import { navigate } from '../router.tsx';
import { device } from '../services.ts';
import { useIsIndividual } from '../use-individual.ts';
import { Arrival } from './Arrival.tsx';
import styles from './ClothTable.module.css';
import { useGroupLanguage } from './group-language.ts';
import { useKeyboardRoom } from './keyboard-room.ts';
import { LedAlong } from './LedAlong.tsx';
import { useLedge } from './ledge-needed.ts';
import { OnCloth } from './OnCloth.tsx';
import { useOpenedCloth } from './opened-cloth.ts';
import { useOwnEdge } from './own-edge.ts';
import { useReadyToWrite } from './ready-to-write.ts';
import { useRememberedPeople } from './remembered-people.ts';
import { useExpected, useSeatFirst } from './seat-first.ts';
import { Told } from './Told.tsx';

const LastLeaderDialog = part(() => import('../../steps/lead/LastLeaderDialog.tsx'));
const FieldsView = part(() => import('../../panels/positions/FieldsView.tsx'));
const Ledge = part(() => import('./Ledge.tsx'));
const ComparedOnCloth = part(() => import('../../panels/moments/ComparedOnCloth.tsx'));
const CalmLines = part(() => import('../../panels/calm/CalmLines.tsx'));
const PhotoUnder = part(() => import('../../panels/photo/PhotoUnder.tsx'));
const LeadBar = part(() => import('../../panels/follow/LeadBar.tsx'));
const Palette = part(() => import('../../panels/palette/Palette.tsx'), <ToolBar wide={false} />);
const SelectionPalette = part(() => import('../../panels/palette/SelectionPalette.tsx'));
/** Of these two, which lie between the bars, the one that belongs here. */
const stepBar = fetched(() => import('../../steps/bar/StepBar.tsx'), null);
const ownBar = fetched(
  withTexts([allTexts], () => import('../../steps/alone/OwnBar.tsx')),
  null,
);
// What comes later would move the cloth that is shown already; not coming at all is told where it is shown.
void stepBar.bring().catch(() => undefined);
const ThemeCapture = part(() => import('../../steps/theme/ThemeCapture.tsx'));
const themeBar = fetched(
  withTexts([allTexts], () => import('../../steps/theme/ThemeBar.tsx')),
  null,
);
// Pasting on the cloth, with the other parts: by then the network may be gone.
later(bringPaste);
const TieQuestions = part(() => import('../../panels/question/TieQuestions.tsx'));

interface ClothTableProps {
  readonly session: ClothSession;
  readonly linkKey: string;
  /** The network room through which it was opened, if it was. */
  readonly via?: string | undefined;
}

/** The cloth on the table, and what all that stands round it knows of it. */
export function ClothTable({ session, linkKey, via }: ClothTableProps) {
  const { cloth, setCanvas } = useOpenedCloth({
    session,
    linkKey,
    via,
    recall: (view) => {
      recallAsWritten(view, device, session.id);
      recallLetterKeys(view, device);
      recallLowBars(view, device);
    },
  });
  return (
    <ClothProvider value={cloth}>
      <Table onCanvas={setCanvas} />
    </ClothProvider>
  );
}

/** The canvas with everything that stands round it. */
function Table({ onCanvas }: { readonly onCanvas: (canvas: CanvasHandle | null) => void }) {
  const text = useFirstText();
  const wide = useWide();
  const roomy = useRoomy();
  const { session, view, canvas, via, linkKey } = useCloth();
  const page = usePage();
  const side = usePageState(({ side }) => side);
  const byField = usePageState(({ fields }) => fields !== null);
  const isOwn = useIsIndividual(session.id);
  const isTheme = useStore(session.snapshot, ({ meta }) => meta.sheet === 'theme');
  const compares = usePageState(({ compared }) => compared !== null);
  const hasPhoto = useStore(session.snapshot, ({ photo }) => photo !== undefined);
  const calming = useStore(view, (state) => state.calming);
  const onlyCloth = useStore(view, (state) => state.onlyCloth);
  const inset = useInset(session.role, view);
  const capture = useRef<HTMLTextAreaElement>(null);
  const table = useRef<HTMLElement>(null);
  const { asksName, sit } = useSeatFirst(session, device);
  const expected = useExpected(session);
  useKeyboardRoom(table);
  usePageSign('has-table');
  usePageSign(useStore(view, (state) => state.lowBars) ? 'low-bars' : null);
  useOwnEdge(session, canvas, wide);
  useReadyToWrite(capture, session.role !== 'viewer' && !asksName);
  const name = useStore(session.snapshot, ({ initiative, meta }) => initiative || meta.title);
  const choosing = useStore(view, ({ selection, editing }) => selection.size > 0 && editing === null);
  const asks = useStore(view, ({ question }) => question !== null);
  const ledge = useLedge(session);
  // While contacts are prepared, one looks at who is tied to whom: nothing may lie over that.
  const inContacts = useStore(session.live, (live) => live?.step === 4);
  const near = session.role !== 'viewer' && wide && !byField && side !== 'guide' && choosing;
  const low = near && roomy && inContacts;
  usePageTitle(`${name || text.top.untitled} · ${text.app.name}`);
  const takesPart = session.role !== 'viewer';
  const leads = useLeads();
  const [leaving, setLeaving] = useState(false);
  const home = via === undefined ? '/' : sheetPath('commons', via, linkKey);
  const goHome = () => (leavesGroupAlone(session) ? setLeaving(true) : navigate(home));
  useGroupLanguage(session);
  useEffect(() => (takesPart ? offerDroppedFiles(page) : undefined), [takesPart, page]);
  useRememberedPeople(session);
  const labels = useMemo(() => ({ cloth: text.canvas.cloth, words: text.canvas.words }), [text]);

  const picture = useCallback<TakePicture>(
    async (scene, size) => {
      const { takePicture } = await import('../../panels/take-home/take-picture.ts');
      return takePicture(scene, session.snapshot.getState(), size);
    },
    [session],
  );

  const arrive = (ownName: string, claim?: string) => {
    // At once, so that the keyboard of a phone, opened for the name, stays open for the first ingredient.
    flushSync(() => sit(ownName, claim));
    capture.current?.focus();
  };

  return (
    <main ref={table} className={styles.table} data-only-cloth={onlyCloth}>
      <button type="button" className={styles.skip} onClick={() => page.openSide('outline')}>
        {text.top.skip}
      </button>
      <Told />
      <div className={styles.cloth} inert={asksName || byField}>
        <ClothCanvas
          session={session}
          view={view}
          inset={inset}
          onHandle={onCanvas}
          labels={labels}
          takePicture={picture}
        />
      </div>
      {/* What goes breaks in the guard that stays: so each stands round what comes and goes. */}
      <PanelGuard>
        {near && !low && <SelectionPalette low={false} />}
        {takesPart && !byField && asks && <TieQuestions />}
        <LedAlong capture={capture} />
      </PanelGuard>
      <PanelGuard>{byField ? <FieldsView ledge={ledge && <Ledge />} /> : <OnCloth />}</PanelGuard>
      <div className={styles.panels} inert={asksName}>
        <PanelGuard>
          <TopBar
            invites={takesPart && !isOwn && via === undefined}
            outlineOpen={side === 'outline'}
            onHome={goHome}
            onOutline={() => page.toggleSide('outline')}
            // Who looks from a room is in no session.
            middle={
              isOwn ? (
                <ownBar.Part />
              ) : via !== undefined && !takesPart ? null : isTheme ? (
                <themeBar.Part />
              ) : (
                <stepBar.Part />
              )
            }
          />
        </PanelGuard>
        <PanelGuard>
          <Side />
        </PanelGuard>
        {!byField && (
          <>
            {/* On a phone what is opened lies over the cloth, and what is done there waits. */}
            <div className={wide || side === null || onlyCloth ? styles.aside : styles.away}>
              <PanelGuard>
                {takesPart && wide && (
                  <div className={styles.left}>
                    <ToolBar wide />
                    {roomy && leads && <LeadBar />}
                  </div>
                )}
                {takesPart && !wide && (choosing ? <Palette docked /> : <ToolBar wide={false} />)}
                {!isTheme && <Legend />}
                <ZoomBar />
              </PanelGuard>
            </div>
          </>
        )}
        <div className={styles.foot}>
          {!byField && (
            <div className={styles.ledge}>
              <PanelGuard>
                {calming && <CalmLines />}
                {hasPhoto && <PhotoUnder />}
                {compares && <ComparedOnCloth />}
                {ledge && <Ledge />}
              </PanelGuard>
            </div>
          )}
          <PanelGuard>{low && <SelectionPalette low />}</PanelGuard>
          {takesPart && (
            <div className={byField || low ? styles.away : styles.capture}>
              <PanelGuard>
                {isTheme ? (
                  <ThemeCapture field={capture} />
                ) : (
                  <CaptureBar names={!isOwn} field={capture} above={<HintLine names={!isOwn} />} />
                )}
              </PanelGuard>
            </div>
          )}
        </div>
      </div>
      <FullNotice onHome={goHome}>
        {asksName && (
          <Arrival session={session} title={name} name={device.name} expected={expected} onArrive={arrive} />
        )}
      </FullNotice>
      <ClosedNotice onHome={goHome} />
      {leaving && (
        <LastLeaderDialog
          about="leaving"
          url={location.href}
          onGoOn={() => navigate('/')}
          onClose={() => setLeaving(false)}
        />
      )}
      <PanelGuard>
        <Dialogs />
        <Tips />
      </PanelGuard>
    </main>
  );
}
