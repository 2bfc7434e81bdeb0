import {
  BookOpenText,
  ClipboardPen,
  FolderOpen,
  LayoutDashboard,
  type LucideIcon,
  Newspaper,
  Ticket,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CLOTH_FILE } from '../../../shared/formats/cloth-file.ts';
import type { Preparation } from '../../../shared/formats/preparation.ts';
import { sheetPath } from '../../../shared/model/sheets.ts';
import { withTexts } from '../../i18n/language.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { part } from '../../panels/part.ts';
import { problemText } from '../../panels/problem-text.ts';
import { sayProblem } from '../../panels/toasts/toast-store.ts';
import { stepTexts } from '../../steps/step-book.ts';
import { navigate } from '../router.tsx';
import { device } from '../services.ts';
import { startTheme } from '../start-cloth.ts';
import styles from './OtherWays.module.css';
import { useOpenFile } from './use-open-file.ts';

const PrepareDialog = part(withTexts([stepTexts], () => import('../../steps/prepare/PrepareDialog.tsx')));

const NewRoomDialog = part(() => import('./NewRoomDialog.tsx'));

/** Where the app's own shortcut leads: to the network room one was in last, or to making one. */
const ROOM = '#room';

function lastRoom(): string | null {
  const { cloths } = device;
  const room = cloths.store.getState().find(({ sheet, gone }) => sheet === 'commons' && !gone);
  const held = room && cloths.strongestKey(room.id);
  return held ? sheetPath('commons', room.id, held.key) : null;
}

/** The other ways to a cloth: with a code from a shared screen, laid ready beforehand, or by looking round in the example. */
export function OtherWays() {
  const text = useText();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [preparing, setPreparing] = useState(false);
  const [makesRoom, setMakesRoom] = useState(() => location.hash === ROOM && lastRoom() === null);
  useEffect(() => {
    const room = location.hash === ROOM ? lastRoom() : null;
    if (room) navigate(room, { replace: true });
  }, []);

  const openExample = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const { layExample } = await import('./lay-example.ts');
      navigate(await layExample(language));
    } catch (error) {
      sayProblem(problemText(error, text));
      setBusy(false);
    }
  };

  const makeTheme = async () => {
    if (busy) return;
    setBusy(true);
    try {
      navigate(await startTheme(language));
    } catch (error) {
      sayProblem(problemText(error, text));
      setBusy(false);
    }
  };

  const layReady = async (preparation: Preparation) => {
    try {
      const { layPrepared } = await import('./lay-prepared.ts');
      navigate(await layPrepared(preparation));
    } catch (error) {
      sayProblem(problemText(error, text));
      throw error;
    }
  };

  const file = useRef<HTMLInputElement>(null);
  const { busy: opening, open } = useOpenFile();
  return (
    <nav className={styles.ways}>
      <Way icon={Ticket} name={text.home.join} hint={text.home.joinHint} onClick={() => navigate('/join')} />
      <Way icon={ClipboardPen} name={text.prepare.title} hint={text.prepare.hint} onClick={() => setPreparing(true)} />
      <Way
        icon={BookOpenText}
        name={busy ? text.home.creating : text.home.example}
        hint={text.home.exampleHint}
        onClick={openExample}
      />
      <Way
        icon={FolderOpen}
        name={opening ? text.home.creating : text.home.openFile}
        hint={text.home.openFileHint}
        onClick={() => file.current?.click()}
      />
      <Way icon={Newspaper} name={text.themeSheet.make} hint={text.themeSheet.makeHint} onClick={makeTheme} />
      <Way
        icon={LayoutDashboard}
        name={text.commons.make}
        hint={text.commons.makeHint}
        onClick={() => setMakesRoom(true)}
      />
      <input
        ref={file}
        type="file"
        hidden
        aria-label={text.home.openFile}
        accept={`${CLOTH_FILE.extension},${CLOTH_FILE.mediaType}`}
        onChange={({ target }) => {
          open(target.files?.[0]);
          target.value = '';
        }}
      />
      {makesRoom && <NewRoomDialog onClose={() => setMakesRoom(false)} />}
      {preparing && <PrepareDialog device={device} onLay={layReady} onClose={() => setPreparing(false)} />}
    </nav>
  );
}

interface WayProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly onClick: () => void;
}

function Way({ icon: Icon, name, hint, onClick }: WayProps) {
  return (
    <button type="button" className={styles.way} onClick={onClick}>
      <Icon aria-hidden="true" size={26} strokeWidth={1.7} />
      <span>
        <strong>{name}</strong>
        <small>{hint}</small>
      </span>
    </button>
  );
}
