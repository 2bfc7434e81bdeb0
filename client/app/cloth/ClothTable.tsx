import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { ClothCanvas } from '../../canvas/ClothCanvas.tsx';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { createViewStore } from '../../canvas/view-store.ts';
import { useText } from '../../i18n/use-text.ts';
import { CaptureBar } from '../../panels/capture/CaptureBar.tsx';
import { ClothProvider } from '../../panels/cloth-context.tsx';
import { ToolBar } from '../../panels/tool-bar/ToolBar.tsx';
import { TopBar } from '../../panels/top-bar/TopBar.tsx';
import { ZoomBar } from '../../panels/zoom/ZoomBar.tsx';
import type { ClothSession } from '../../session/cloth-session.ts';
import { usePageTitle } from '../page-title.ts';
import { navigate } from '../router.tsx';
import { device } from '../services.ts';
import { Arrival } from './Arrival.tsx';
import styles from './ClothTable.module.css';
import { useInset } from './inset.ts';
import { useSeatFirst } from './seat-first.ts';

interface ClothTableProps {
  readonly session: ClothSession;
  readonly linkKey: string;
}

/** The cloth on the table with everything that stands round it. */
export function ClothTable({ session, linkKey }: ClothTableProps) {
  const text = useText();
  const view = useMemo(createViewStore, []);
  const [canvas, setCanvas] = useState<CanvasHandle | null>(null);
  const cloth = useMemo(() => ({ session, view, canvas, linkKey, device }), [session, view, canvas, linkKey]);
  const inset = useInset(session.role);
  const capture = useRef<HTMLTextAreaElement>(null);
  const { asksName, sit } = useSeatFirst(session, device);
  const name = useStore(session.snapshot, ({ initiative, meta }) => initiative || meta.title);
  usePageTitle(`${name || text.top.untitled} · ${text.app.name}`);
  const mayWrite = session.role !== 'viewer';

  const arrive = (ownName: string) => {
    // At once, so that the keyboard of a phone, opened for the name, stays open for the first ingredient.
    flushSync(() => sit(ownName));
    capture.current?.focus();
  };

  return (
    <ClothProvider value={cloth}>
      <div className={styles.table}>
        <main className={styles.cloth} inert={asksName}>
          <ClothCanvas
            session={session}
            view={view}
            inset={inset}
            onHandle={setCanvas}
            labels={{ cloth: text.canvas.cloth, words: text.canvas.words }}
          />
        </main>
        <div className={styles.panels} inert={asksName}>
          <TopBar onHome={() => navigate('/')} />
          {mayWrite && <ToolBar />}
          <ZoomBar />
          <CaptureBar field={capture} />
        </div>
        {asksName && <Arrival title={name} name={device.name} onArrive={arrive} />}
      </div>
    </ClothProvider>
  );
}
