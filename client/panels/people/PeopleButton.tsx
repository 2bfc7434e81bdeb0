import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFirstText } from '../../i18n/use-text.ts';
import { useBroad, useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';
import { Avatar } from './Avatar.tsx';
import { othersAt, peopleOf } from './at-table.ts';
import styles from './People.module.css';

const PeopleList = part(() => import('./PeopleList.tsx'));

/** So many are drawn side by side; the rest is a number. */
const SHOWN = { broad: 5, wide: 3, narrow: 1 } as const;

/** Who is at the table, as rounds of their colours; pressed it tells their names. */
export function PeopleButton() {
  const { people: text } = useFirstText();
  const { session } = useCloth();
  const broad = useBroad();
  const wide = useWide();
  const me = useStore(session.me);
  const others = peopleOf(othersAt(useStore(session.present), me.seat));
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const sits = me.seat !== null;
  const everyone = [...(sits ? [{ id: -1, name: me.name, colour: me.colour }] : []), ...others];
  const shown = everyone.slice(0, SHOWN[broad ? 'broad' : wide ? 'wide' : 'narrow']);
  // Whoever takes part is at the table too, seat or not.
  const total = others.length + (session.role === 'viewer' ? 0 : 1);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={text.atTable(total)}
        data-tip={text.atTable(total)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {shown.map((person) => (
          <Avatar key={person.id} name={person.name} colour={person.colour} />
        ))}
        {everyone.length > shown.length && (
          <span className={styles.more}>{text.more(everyone.length - shown.length)}</span>
        )}
        {everyone.length === 0 && <Avatar name="" colour={me.colour} />}
      </button>
      {open && <PeopleList anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
