import { Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Seat } from '../../../shared/model/snapshot.ts';
import { apiOf } from '../../document/api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { CopyField } from '../share/CopyField.tsx';
import { QrCode } from '../share/QrCode.tsx';
import { address, type LinkState } from '../share/use-link.ts';
import styles from './Together.module.css';

interface OnePersonProps {
  readonly seat: Seat;
  /** A cloth of their own is there. */
  readonly has: boolean;
  /** How many things lie on it, as far as is known. */
  readonly made: number | null;
  /** Called when one was laid for them here. */
  readonly onLaid: () => void;
}

/** One at the table: whether they have a cloth of their own, and the link to it for a device that is not at the table. */
export function OnePerson({ seat, has, made, onLaid }: OnePersonProps) {
  const { alone: text } = useText();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span aria-hidden="true" className={styles.marker} style={{ background: seat.colour }} />
      <span className={styles.name} translate="no">
        {seat.name}
      </span>
      <Button
        icon={Link2}
        aria-expanded={open}
        aria-label={text.shareOf(seat.name)}
        data-tip={text.linkHint}
        onClick={() => setOpen(!open)}
      >
        {text.link}
      </Button>
      <small data-none={made === 0}>
        {!has ? text.hasNot : made === null ? text.has : made === 0 ? text.madeNothing : text.made(made)}
      </small>
      {open && <OwnLink seat={seat} onLaid={onLaid} />}
    </li>
  );
}

function OwnLink({ seat, onLaid }: Pick<OnePersonProps, 'seat' | 'onLaid'>) {
  const { alone: text } = useText();
  const link = useOwnLink(seat.id, onLaid);
  return (
    <div className={styles.link}>
      <CopyField label={text.linkOf(seat.name)} hint={text.linkHint} link={link} />
      {link.url && <QrCode text={link.url} label={text.linkQr(seat.name)} caption={text.scan} />}
    </div>
  );
}

/** A link to somebody's own cloth, made when it is first asked for; so is the cloth, when there is none yet. */
function useOwnLink(seat: string, onLaid: () => void): LinkState {
  const { session, linkKey } = useCloth();
  const [state, setState] = useState<LinkState>({ url: null, failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: one link is enough, whoever is told of it.
  useEffect(() => {
    let left = false;
    apiOf(session)
      .openIndividual(session.id, linkKey, seat)
      .then(
        ({ id, keys }) => {
          if (left) return;
          setState({ url: address({ ...session, id }, keys.participant), failed: false });
          onLaid();
        },
        () => {
          if (!left) setState({ url: null, failed: true });
        },
      );
    return () => {
      left = true;
    };
  }, [session.id, linkKey, seat]);
  return state;
}
