import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ROLES } from '../../../shared/model/protocol.ts';
import { sheetOf, sheetPath } from '../../../shared/model/sheets.ts';
import type { RecentCloth } from '../../device/recent-cloths.ts';
import { finishForgetting, forgetCloth, waitingOnDevice } from '../../document/forget-cloth.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { part } from '../../panels/part.ts';
import { READING_MS, say, sayProblem } from '../../panels/toasts/toast-store.ts';
import { isLastLeader } from '../../steps/lead/last-leader.ts';
import { Link } from '../router.tsx';
import { device } from '../services.ts';
import styles from './KnownCloths.module.css';

/** So many stand in the list at first: the rest a press away, or a new cloth would lie below the fold. */
const SHOWN = 3;

const LastLeaderDialog = part(() => import('../../steps/lead/LastLeaderDialog.tsx'));

/** The cloths that were open on this device: to open again, or to forget (which can be taken back at once). */
export function KnownCloths() {
  const { home } = useText();
  const all = useStore(device.cloths.store);
  const [whole, setWhole] = useState(false);
  const own = all.filter(({ example }) => !example);
  const cloths = whole ? own : own.slice(0, SHOWN);
  useEffect(() => finishForgetting(device), []);
  if (own.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="known-cloths">
      <h2 id="known-cloths" className={styles.title}>
        <span>{home.mine}</span> <small>{home.mineHint}</small>
      </h2>
      <ul className={styles.list}>
        {cloths.map((cloth) => (
          <KnownCloth key={cloth.id} cloth={cloth} />
        ))}
      </ul>
      {own.length > cloths.length && (
        <Button kind="quiet" className={styles.all} onClick={() => setWhole(true)}>
          {home.showAll(own.length)}
        </Button>
      )}
    </section>
  );
}

function KnownCloth({ cloth }: { readonly cloth: RecentCloth }) {
  const { home, alone, commons, themeSheet } = useText();
  const language = useLanguage();
  const [asks, setAsks] = useState(false);
  const role = ROLES.find((each) => cloth.keys[each]);
  if (!role) return null;
  const title = cloth.title || home.untitled;
  const isToday = new Date(cloth.lastOpened).toDateString() === new Date().toDateString();
  const when = new Intl.DateTimeFormat(language, {
    ...(!isToday && { dateStyle: 'medium' as const }),
    timeStyle: 'short',
  }).format(cloth.lastOpened);

  const path = sheetPath(sheetOf(cloth), cloth.id, cloth.keys[role] ?? '');

  const forget = () => {
    setAsks(false);
    const waiting = waitingOnDevice(device, cloth.id);
    if (waiting > 0) {
      sayProblem(home.forgetWaiting(waiting));
      return;
    }
    const takeBack = forgetCloth(device, cloth.id, READING_MS.plain);
    say(home.forgotten(title), { action: { label: home.forgetUndo, run: takeBack } });
  };

  return (
    <li className={styles.cloth}>
      <Link href={path} className={styles.link}>
        <span className={styles.name} translate="no">
          {title}
        </span>
        <span className={styles.about}>
          {`${isToday ? home.today(when) : when} · ${cloth.gone ? home.gone : cloth.sheet === 'commons' ? commons.known : cloth.sheet === 'theme' && cloth.parent === undefined ? themeSheet.known : cloth.parent === undefined ? home.roles[role] : alone.known}`}
        </span>
        {cloth.people && (
          <span className={styles.about} translate="no">
            {cloth.people.join(', ')}
          </span>
        )}
      </Link>
      <IconButton
        icon={X}
        label={home.forget(title)}
        onClick={() => (isLastLeader(cloth) ? setAsks(true) : forget())}
      />
      {asks && (
        <LastLeaderDialog
          about="forgetting"
          url={`${location.origin}${path}`}
          onGoOn={forget}
          onClose={() => setAsks(false)}
        />
      )}
    </li>
  );
}
