import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { CopyField } from './CopyField.tsx';
import { QrCode } from './QrCode.tsx';
import styles from './ShareDialog.module.css';
import { useHandOver } from './use-hand-over.ts';
import { useLink } from './use-link.ts';

/** For who leads: the link with which another leads too, and giving the leading out of one's own hands. */
export function LeadTogether() {
  const { lead } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.lead} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{lead.title}</summary>
      {open && <Leading />}
    </details>
  );
}

function Leading() {
  const { lead } = useText();
  const link = useLink('facilitator');
  const { others, waits, begin, stop } = useHandOver();
  return (
    <div className={styles.leading}>
      <CopyField label={lead.link} hint={lead.hint} link={link} />
      <div className={styles.overBy}>
        <div>
          {waits && <p role="status">{lead.waiting}</p>}
          {waits ? (
            <Button onClick={stop}>{lead.keep}</Button>
          ) : (
            <Button icon={Handshake} onClick={begin}>
              {others === null ? lead.handOver : lead.handOverTo(others)}
            </Button>
          )}
        </div>
        {link.url && <QrCode text={link.url} label={lead.qrLabel} caption={lead.qr} />}
      </div>
    </div>
  );
}
