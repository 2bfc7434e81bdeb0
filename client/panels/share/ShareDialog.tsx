import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { CopyField } from './CopyField.tsx';
import { JoinCodeCard } from './JoinCodeCard.tsx';
import { LeadTogether } from './LeadTogether.tsx';
import { QrCode } from './QrCode.tsx';
import styles from './ShareDialog.module.css';
import { useLink } from './use-link.ts';

/** Everything it takes to get others to the table: a code to type, a picture to scan, links to send. */
export default function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { share } = useText();
  const { session, via } = useCloth();
  const connected = useStore(session.saved, ({ kind }) => kind === 'saved' || kind === 'saving');
  return (
    <DialogFrame title={share.title} wide onClose={onClose}>
      {session.role === 'viewer' || via !== undefined ? (
        <p>{share.viewOnly}</p>
      ) : connected ? (
        <Invitations />
      ) : (
        <p role="status">{share.offline}</p>
      )}
    </DialogFrame>
  );
}

function Invitations() {
  const { share } = useText();
  const { session } = useCloth();
  const participant = useLink('participant');
  const viewer = useLink('viewer');
  return (
    <div className={styles.share}>
      <div className={styles.together}>
        <JoinCodeCard />
        {participant.url && <QrCode text={participant.url} label={share.qrLabel} caption={share.qr} />}
      </div>
      {onlyHere() && <p className={styles.warning}>{share.onlyHere}</p>}
      <CopyField label={share.participant} hint={share.participantHint} link={participant} />
      <CopyField label={share.viewer} hint={share.viewerHint} link={viewer} />
      {session.role === 'facilitator' && <LeadTogether />}
    </div>
  );
}

/** A page opened as "localhost" has an address that leads nowhere from another device. */
function onlyHere(): boolean {
  return /^(localhost|127\.|\[::1\])/.test(location.hostname);
}
