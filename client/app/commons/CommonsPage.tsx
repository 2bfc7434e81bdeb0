import { LogIn } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DoorNews } from '../../../shared/model/door.ts';
import { sheetPath } from '../../../shared/model/sheets.ts';
import { doorNews, signIn, useDoor } from '../../commons/door/use-door.ts';
import Room from '../../commons/Room.tsx';
import { RoomProvider } from '../../commons/room-context.tsx';
import { ApiError, api } from '../../document/api.ts';
import { type CommonsSession, openRoom } from '../../document/open-commons.ts';
import type { Texts } from '../../i18n/nl.ts';
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
  // Read before the address becomes the one with the key.
  const [news] = useState(doorNews);
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
  return <Refused id={id} error={stage.error} news={news} onAgain={again} />;
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

interface RefusedProps {
  readonly id: string;
  readonly error: unknown;
  readonly news: DoorNews | null;
  readonly onAgain: () => void;
}

function Refused({ id, error, news, onAgain }: RefusedProps) {
  const { app, commons, gone, door: words } = useText();
  usePageTitle(app.name);
  const isOffline = error instanceof ApiError && (error.code === 'offline' || error.status >= 429);
  // Whoever has no key (any more) may have another way in.
  const door = useDoor(id, !isOffline);
  if (isOffline) {
    return (
      <Notice title={gone.offlineTitle} text={commons.offline}>
        <Button kind="primary" large onClick={onAgain}>
          {commons.again}
        </Button>
        <Button large onClick={() => navigate('/')}>
          {gone.home}
        </Button>
      </Notice>
    );
  }
  if (door === 'asking') return <Opening />;
  if (door) {
    return (
      <Notice title={words.title} text={newsOf(news, words)?.(door.name) ?? words.text(door.name, door.hours)}>
        <Button kind="primary" large icon={LogIn} onClick={() => signIn(id)}>
          {words.signIn(door.name)}
        </Button>
        <Button large onClick={() => navigate('/join')}>
          {words.code}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice title={commons.goneTitle} text={news === 'closed' ? words.closed : commons.gone}>
      <Button kind="primary" large onClick={() => navigate('/')}>
        {gone.home}
      </Button>
    </Notice>
  );
}

function newsOf(news: DoorNews | null, { news: words }: Texts['door']): ((name: string) => string) | null {
  return news === null || news === 'closed' ? null : words[news];
}
