import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { commonsApi } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { DialogFrame } from '../../panels/dialogs/DialogFrame.tsx';
import { CopyField } from '../../panels/share/CopyField.tsx';
import type { LinkState } from '../../panels/share/use-link.ts';
import { useRoom } from '../room-context.tsx';
import { useStanding } from '../share/use-standing.ts';
import styles from './YearLine.module.css';

/**
 * The year line as a calendar that other programs read: a link that opens nothing else. It works on when a visit is over, so
 * whoever is here for a time is told from whom they get it.
 */
export function CalendarLink() {
  const { year } = useText();
  const { session } = useRoom();
  const [link, setLink] = useState<LinkState | null>(null);
  const standing = useStanding();
  if (session.role === 'viewer' || !standing) return null;
  if (standing.expiresAt !== undefined) return <p className={styles.hint}>{year.calendarFrom}</p>;
  const ask = () => {
    setLink({ url: null, failed: false });
    commonsApi.calendar(session.id, session.key).then(
      ({ url }) => setLink({ url, failed: false }),
      () => setLink({ url: null, failed: true }),
    );
  };
  return (
    <>
      <Button kind="quiet" icon={CalendarDays} className={styles.onWood} onClick={ask}>
        {year.calendar}
      </Button>
      {link && (
        <DialogFrame title={year.calendar} onClose={() => setLink(null)}>
          <CopyField label={year.calendarLink} hint={year.calendarHint} link={link} />
        </DialogFrame>
      )}
    </>
  );
}
