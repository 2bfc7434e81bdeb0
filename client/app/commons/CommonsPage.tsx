import { useEffect, useState } from 'react';
import { sheetPath } from '../../../shared/model/sheets.ts';
import Room from '../../commons/Room.tsx';
import { RoomProvider } from '../../commons/room-context.tsx';
import { ApiError, api } from '../../document/api.ts';
import { type CommonsSession, openRoom } from '../../document/open-commons.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Tips } from '../../panels/tips/Tips.tsx';
import { Notice } from '../notices/Notice.tsx';
import { Opening } from '../notices/Opening.tsx';
import { usePageTitle } from '../page-title.ts';
import { navigate } from '../router.tsx';
import { device } from '../services.ts';

interface CommonsPageProps {
  readonly id: string;
  /** From the address; empty when somebody left it off. */
  readonly linkKey: string;
}

type Stage =
  | { readonly at: 'opening' }
  | { readonly at: 'room'; readonly session: CommonsSession }
  | { readonly at: 'refused'; readonly error: unknown };

/** Opens the network room that the address names, and shows it or says why it cannot be shown. */
export default function CommonsPage({ id, linkKey }: CommonsPageProps) {
  const key = linkKey || (device.cloths.strongestKey(id)?.key ?? '');
  const [stage, setStage] = useState<Stage>({ at: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (linkKey === '' && key !== '') navigate(sheetPath('commons', id, key), { replace: true });
  }, [id, linkKey, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the same room opened anew.
  useEffect(() => {
    let left = false;
    let opened: CommonsSession | null = null;
    openRoom(id, key, device, api).then(
      (session) => {
        if (left) return session.close();
        opened = session;
        setStage({ at: 'room', session });
      },
      (error: unknown) => {
        if (!left) setStage({ at: 'refused', error });
      },
    );
    return () => {
      left = true;
      opened?.close();
    };
  }, [id, key, attempt]);

  if (stage.at === 'opening') return <Opening />;
  if (stage.at === 'room') return <OpenRoom session={stage.session} />;
  const again = () => {
    setStage({ at: 'opening' });
    setAttempt(attempt + 1);
  };
  return <Refused error={stage.error} onAgain={again} />;
}

function OpenRoom({ session }: { readonly session: CommonsSession }) {
  const { app, commons } = useText();
  const [name, setName] = useState(session.snapshot.getState().name);
  useEffect(() => session.snapshot.subscribe((room) => setName(room.name)), [session]);
  usePageTitle(`${name || commons.untitled} · ${app.name}`);
  return (
    <RoomProvider value={{ session, device, goTo: navigate }}>
      <Room />
      <Tips />
    </RoomProvider>
  );
}

function Refused({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const { app, commons, gone } = useText();
  usePageTitle(app.name);
  const isOffline = error instanceof ApiError && (error.code === 'offline' || error.status >= 429);
  return (
    <Notice title={isOffline ? gone.offlineTitle : commons.goneTitle} text={isOffline ? commons.offline : commons.gone}>
      {isOffline && (
        <Button kind="primary" large onClick={onAgain}>
          {commons.again}
        </Button>
      )}
      <Button kind={isOffline ? 'paper' : 'primary'} large onClick={() => navigate('/')}>
        {gone.home}
      </Button>
    </Notice>
  );
}
