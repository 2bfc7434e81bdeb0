import { useEffect, useState } from 'react';
import type { Role } from '../../../shared/model/protocol.ts';
import { sheetPath } from '../../../shared/model/sheets.ts';
import type { JoinCode } from '../../document/api.ts';
import { commonsApi } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { DialogFrame } from '../../panels/dialogs/DialogFrame.tsx';
import { CodeToType } from '../../panels/share/CodeToType.tsx';
import { CopyField } from '../../panels/share/CopyField.tsx';
import { QrCode } from '../../panels/share/QrCode.tsx';
import styles from '../../panels/share/ShareDialog.module.css';
import type { LinkState } from '../../panels/share/use-link.ts';
import { DoorOfRoom, Visiting } from '../door/DoorOfRoom.tsx';
import { useRoom } from '../room-context.tsx';
import { type Standing, useStanding } from './use-standing.ts';

/** What it takes to get others into the room: a code to type, a picture to scan, a link for each role. */
export default function ShareRoom({ onClose }: { readonly onClose: () => void }) {
  const { share, roomShare } = useText();
  const { session } = useRoom();
  const standing = useStanding();
  return (
    <DialogFrame title={roomShare.title} wide onClose={onClose}>
      {session.role === 'viewer' ? <p>{share.viewOnly}</p> : standing && <Ways {...standing} />}
    </DialogFrame>
  );
}

/** Who came in by signing in hands out nothing that lasts: their colleagues come in as they did. */
function Ways({ expiresAt, door }: Standing) {
  if (expiresAt !== undefined) return door && <Visiting door={door} until={expiresAt} />;
  return <Invitations door={door} />;
}

function Invitations({ door }: Pick<Standing, 'door'>) {
  const { roomShare } = useText();
  const { session } = useRoom();
  const code = useCode();
  const participant = useRoomLink('participant');
  const viewer = useRoomLink('viewer');
  return (
    <div className={styles.share}>
      <div className={styles.together}>
        <div className={styles.code} aria-busy={code === null}>
          <CodeToType code={code} />
        </div>
        {participant.url && <QrCode text={participant.url} label={roomShare.qrLabel} caption={roomShare.qr} />}
      </div>
      <CopyField label={roomShare.participant} hint={roomShare.participantHint} link={participant} />
      <CopyField label={roomShare.viewer} hint={roomShare.viewerHint} link={viewer} />
      {session.role === 'facilitator' && <LeadLink />}
      {door && <DoorOfRoom door={door} />}
    </div>
  );
}

function LeadLink() {
  const { roomShare } = useText();
  const link = useRoomLink('facilitator');
  return <CopyField label={roomShare.facilitator} hint={roomShare.facilitatorHint} link={link} />;
}

/** The code that others can type now; null until there is one. */
function useCode(): JoinCode | null {
  const { session } = useRoom();
  const [code, setCode] = useState<JoinCode | null>(null);
  useEffect(() => {
    commonsApi.joinCode(session.id, session.key).then(setCode, () => undefined);
  }, [session]);
  return code;
}

/** The link of a role: from a key this device holds already, else from a new one, which it then remembers. */
function useRoomLink(role: Role): LinkState {
  const { session, device } = useRoom();
  const { id, key: own } = session;
  const known = device.cloths.find(id)?.keys[role];
  const [state, setState] = useState<LinkState>({ url: known ? addressOf(id, known) : null, failed: false });
  useEffect(() => {
    if (known) return;
    commonsApi.mintKey(id, own, role).then(
      ({ key }) => {
        device.cloths.remember(id, { keys: { [role]: key } });
        setState({ url: addressOf(id, key), failed: false });
      },
      () => setState({ url: null, failed: true }),
    );
  }, [known, id, own, role, device]);
  return state;
}

function addressOf(id: string, key: string): string {
  return `${location.origin}${sheetPath('commons', id, key)}`;
}
