import { useState } from 'react';
import { SHEET_ADDRESSES } from '../../../shared/model/sheets.ts';
import { commonsApi, type Door } from '../../document/commons-api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Switch } from '../../look/Switch.tsx';
import { CopyField } from '../../panels/share/CopyField.tsx';
import { QrCode } from '../../panels/share/QrCode.tsx';
import share from '../../panels/share/ShareDialog.module.css';
import { say } from '../../panels/toasts/toast-store.ts';
import { useRoom } from '../room-context.tsx';
import styles from './DoorOfRoom.module.css';

/** The way in for colleagues who sign in: opened and closed by who leads, and its address while it is open. */
export function DoorOfRoom({ door: before }: { readonly door: Door }) {
  const words = useText().door;
  const { session } = useRoom();
  const [door, setDoor] = useState(before);
  const set = (open: boolean): void => {
    setDoor({ ...door, open });
    commonsApi.setDoor(session.id, session.key, open).then(setDoor, () => {
      setDoor(door);
      say(words.failed);
    });
  };
  const leads = session.role === 'facilitator';
  if (!leads && !door.open) return null;
  return (
    <section className={styles.door}>
      {leads && (
        <Switch label={words.open(door.name)} hint={words.openHint(door.hours)} on={door.open} onChange={set} />
      )}
      {door.open && <Address door={door} />}
    </section>
  );
}

/** For who came in by it: until when, and how colleagues come in too. */
export function Visiting({ door, until }: { readonly door: Door; readonly until: number }) {
  const words = useText().door;
  const language = useLanguage();
  const { session } = useRoom();
  const time = new Intl.DateTimeFormat(language, { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(until);
  const url = addressOf(session.id);
  if (!door.open) return <p>{words.visitingClosed(door.name, time)}</p>;
  return (
    <div className={share.share}>
      <div className={share.together}>
        <p>{words.visiting(door.name, time)}</p>
        <QrCode text={url} label={words.qrLabel} caption={words.qr} />
      </div>
      <Address door={door} />
    </div>
  );
}

function Address({ door }: { readonly door: Door }) {
  const words = useText().door;
  const { session } = useRoom();
  const link = { url: addressOf(session.id), failed: false };
  return <CopyField label={words.link} hint={words.linkHint(door.name)} link={link} />;
}

/** The room's address without a key: who has none signs in there. */
function addressOf(room: string): string {
  return `${location.origin}/${SHEET_ADDRESSES.commons.page}/${encodeURIComponent(room)}`;
}
