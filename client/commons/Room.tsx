import { ChevronLeft, EyeOff, UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { setCommonsName } from '../../shared/commands/commons.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, IconButton } from '../look/Button.tsx';
import surface from '../look/surface.module.css';
import { part } from '../panels/part.ts';
import note from '../panels/top-bar/SavedNote.module.css';
import { noteOf } from '../panels/top-bar/SavedNote.tsx';
import styles from './Room.module.css';
import { useRoom, useRoomState } from './room-context.tsx';
import { RoomTold } from './told/RoomTold.tsx';
import { SheetsProvider, useAskedSheets } from './wall/sheets-store.ts';
import Wall from './wall/Wall.tsx';

const Knows = part(() => import('./knows/Knows.tsx'));
const YearLine = part(() => import('./year/YearLine.tsx'));
/** The parts of the room, in the order of their tabs. */
const PARTS = ['wall', 'year', 'knows'] as const;
const ShareRoom = part(() => import('./share/ShareRoom.tsx'));
const VisitOver = part(() => import('./door/VisitOver.tsx'));
const RoomFull = part(() => import('./RoomFull.tsx'));
const LeaveOut = part(() => import('./LeaveOut.tsx'));

/** The network room: whose it is, who else can come in, and what hangs there. */
export default function Room() {
  const texts = useText();
  const { commons, leftOut } = texts;
  const [shown, setShown] = useState<(typeof PARTS)[number]>('wall');
  const { session, goTo } = useRoom();
  const [open, setOpen] = useState<'share' | 'left-out' | null>(null);
  const closed = useStore(session.saved, (saved) => (saved.kind === 'closed' ? saved.code : null));
  const sheets = useAskedSheets();
  const writes = session.role !== 'viewer';
  const close = () => setOpen(null);
  return (
    <div className={`${surface.table} ${styles.room}`} data-part={shown}>
      <header className={styles.head}>
        <IconButton icon={ChevronLeft} label={commons.leave} className={styles.onWood} onClick={() => goTo('/')} />
        <div className={styles.title}>
          <Name />
          <Saved />
        </div>
        {writes && (
          <div className={styles.others}>
            <Button kind="quiet" icon={EyeOff} className={styles.onWood} onClick={() => setOpen('left-out')}>
              {leftOut.title}
            </Button>
            <Button kind="primary" icon={UserPlus} onClick={() => setOpen('share')}>
              {commons.invite}
            </Button>
          </div>
        )}
      </header>
      <nav className={styles.tabs} aria-label={commons.parts}>
        {PARTS.map((name) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
            {texts[name].title}
          </button>
        ))}
      </nav>
      <SheetsProvider value={sheets}>
        <main className={styles.main}>
          {shown === 'wall' ? <Wall /> : shown === 'knows' ? <Knows /> : <YearLine />}
        </main>
        <RoomTold />
      </SheetsProvider>
      {closed === CLOSE.unauthorised && <VisitOver />}
      {closed === CLOSE.clothFull && <RoomFull />}
      {open === 'share' && <ShareRoom onClose={close} />}
      {open === 'left-out' && <LeaveOut onClose={close} />}
    </div>
  );
}

/** Whose room it is; written in its place by whoever takes part. */
function Name() {
  const { commons } = useText();
  const { session } = useRoom();
  const name = useRoomState((room) => room.name);
  const [written, setWritten] = useState<string | null>(null);
  if (session.role !== 'facilitator') return <h1 translate="no">{name || commons.untitled}</h1>;
  const rename = (event?: FormEvent) => {
    event?.preventDefault();
    if (written !== null && written.trim() !== '') session.perform((room) => setCommonsName(room, written));
    setWritten(null);
  };
  return (
    <h1>
      <form onSubmit={rename}>
        <input
          aria-label={commons.rename}
          translate="no"
          value={written ?? name}
          maxLength={LIMITS.name}
          onChange={(event) => setWritten(event.target.value)}
          onBlur={() => rename()}
          onKeyDown={({ key }) => key === 'Escape' && setWritten(null)}
        />
      </form>
    </h1>
  );
}

/** Whether all that was done here is saved: that is silent, trouble speaks, from a place that was there before. */
function Saved() {
  const text = useText();
  const { session } = useRoom();
  const saved = useStore(session.saved);
  const { icon: Icon, words, more } = noteOf(saved, text.saved);
  const isTrouble = saved.kind === 'offline' || saved.kind === 'closed';
  return (
    <p className={`${note.note} ${styles.saved}`} data-state={saved.kind} data-tip={more}>
      <Icon aria-hidden="true" size={15} strokeWidth={2.2} />
      {!isTrouble && <span>{words}</span>}
      <span role="status">{isTrouble ? words : ''}</span>
    </p>
  );
}
