// First of all: while the rest of this part of the app is read, the network is at work on the cloth.
import './early-session.ts';
import { useEffect, useState } from 'react';
import { type Sheet, sheetPath } from '../../../shared/model/sheets.ts';
import { ApiError } from '../../document/api.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { refusalOf } from '../../document/open-session.ts';
import { allTexts, withTexts } from '../../i18n/language.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { fetched } from '../../look/fetched.tsx';
import { usePrint } from '../../panels/print/use-print.ts';
import { Opening } from '../notices/Opening.tsx';
import { navigate } from '../router.tsx';
import { device } from '../services.ts';
import { ClothRefused } from './ClothRefused.tsx';
import { ClothTable } from './ClothTable.tsx';
import { sessionOf } from './early-session.ts';
import { usePageStays } from './page-stays.ts';

const sharedScreen = fetched(
  withTexts([allTexts], () => import('../screen/SharedScreen.tsx')),
  <Opening />,
);

const notHung = fetched(
  withTexts([allTexts], () => import('./NotHung.tsx')),
  <Opening />,
);
/** A sheet by way of a room is opened anew so often by itself: it may hang in another way, or be shown anew. */
const MOST_ANEW = 8;

interface ClothPageProps {
  readonly sheet: Sheet;
  readonly id: string;
  /** From the address; empty when somebody left it off. */
  readonly linkKey: string;
  /** The network room whose key it is, where the cloth hangs. */
  readonly via?: string | undefined;
}

type Stage =
  | { readonly at: 'opening' }
  | { readonly at: 'table'; readonly session: ClothSession }
  | { readonly at: 'refused'; readonly error: unknown };

/** Opens the cloth that the address names, and shows it or says why it cannot be shown. */
export function ClothPage({ sheet, id, linkKey, via }: ClothPageProps) {
  const remembered = linkKey === '' && via === undefined ? device.cloths.strongestKey(id)?.key : undefined;
  useEffect(() => {
    // A device that knows the cloth opens it without its key in the address, and puts the key back there.
    if (remembered) navigate(sheetPath(sheet, id, remembered), { replace: true });
  }, [sheet, id, remembered]);
  if (remembered) return <Opening />;
  if (linkKey === '') return <ClothRefused error="no-key" onAgain={null} />;
  return <OpenedPage sheet={sheet} id={id} linkKey={linkKey} via={via} />;
}

function OpenedPage({ sheet, id, linkKey, via }: ClothPageProps) {
  const [stage, setStage] = useState<Stage>({ at: 'opening' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let left = false;
    let opened: ClothSession | null = null;
    sessionOf({ sheet, id, key: linkKey, via }).then(
      (session) => {
        if (left) return session.close();
        opened = session;
        setStage({ at: 'table', session });
        session.saved.subscribe(() => {
          // What hangs in a room may hang in another way now, or be shown anew: it is opened again.
          const error = via === undefined ? refusalOf(session) : isClosed(session);
          if (!error || left) return;
          session.close();
          if (via === undefined) setStage({ at: 'refused', error });
          else if (attempt < MOST_ANEW) setAttempt(attempt + 1);
          else setStage({ at: 'refused', error });
        });
      },
      (error: unknown) => {
        if (!left) setStage({ at: 'refused', error });
      },
    );
    return () => {
      left = true;
      opened?.close();
    };
  }, [sheet, id, linkKey, via, attempt]);

  useFirstTitle(stage);
  usePageStays();
  usePrint(stage.at === 'table' ? stage.session : null, device);
  if (stage.at === 'opening') return <Opening />;
  if (stage.at === 'table') {
    const { session } = stage;
    if (via !== undefined || !isForTheWall(session))
      return <ClothTable session={session} linkKey={linkKey} via={via} />;
    return <sharedScreen.Part session={session} linkKey={linkKey} />;
  }
  const isOffline = stage.error instanceof ApiError && stage.error.status === 0;
  if (via !== undefined && !isOffline) return <notHung.Part via={via} linkKey={linkKey} />;
  const again = () => {
    setStage({ at: 'opening' });
    setAttempt(attempt + 1);
  };
  return <ClothRefused error={stage.error} onAgain={again} />;
}

function isClosed({ saved }: ClothSession): boolean {
  return saved.getState().kind === 'closed';
}

/** Whoever may only look sees the cloth as it hangs on the wall, and so does any page whose address asks for it (`?screen`). */
function isForTheWall({ role }: ClothSession): boolean {
  return role === 'viewer' || new URLSearchParams(location.search).has('screen');
}

/** Until the cloth says what it is called. */
function useFirstTitle({ at }: Stage): void {
  const { app } = useFirstText();
  useEffect(() => {
    if (at !== 'table') document.title = app.name;
  }, [at, app.name]);
}

export default ClothPage;
