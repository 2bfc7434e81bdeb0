import { Handshake } from 'lucide-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { useStore } from 'zustand';
import { LIMITS } from '../../../shared/model/schema.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import type { Attendee } from '../../document/cloth-session.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Popover, PopoverTitle } from '../../look/Popover.tsx';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { useLeads } from '../use-running.ts';
import { Avatar } from './Avatar.tsx';
import { byName, othersAt, peopleOf } from './at-table.ts';
import styles from './People.module.css';

interface PeopleListProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Everybody at the table by name and part, oneself first; one's own name can be changed here. */
export default function PeopleList({ anchor, onClose }: PeopleListProps) {
  const { people: text } = useText();
  const { session } = useCloth();
  const me = useStore(session.me);
  const others = byName(othersAt(useStore(session.present), me.seat), useLanguage());
  return (
    // The field for one's name would take the keyboard, bring up a phone's, and scroll a long list to its end.
    <Popover anchor={anchor} align="end" asWhole className={styles.list} onClose={onClose}>
      <PopoverTitle className={styles.title}>
        {text.atTable(peopleOf(others).length + (session.role === 'viewer' ? 0 : 1))}
      </PopoverTitle>
      <ul>
        <li>
          <Avatar name={me.seat ? me.name : ''} colour={me.colour} />
          <span>{text.you(me.seat ? me.name : '')}</span>
          <small>{text.roles[session.role]}</small>
        </li>
        {others.map((each) => (
          <OtherPerson key={each.id} person={each} onClose={onClose} />
        ))}
      </ul>
      {others.length === 0 && <p className={styles.nobody}>{text.nobody}</p>}
      {session.role !== 'viewer' && <OwnName />}
    </Popover>
  );
}

/** Somebody else. Who leads presses a name to give them the leading. */
function OtherPerson({ person, onClose }: { readonly person: Attendee; readonly onClose: () => void }) {
  const page = usePage();
  const { people: text, lead } = useText();
  const mayGive = useLeads() && person.role === 'participant' && person.name !== '';
  const [open, setOpen] = useState(false);
  const { name, colour, role } = person;
  const give = () => {
    page.setState({ hand: person });
    onClose();
  };
  const row = (
    <>
      <Avatar name={name} colour={colour} />
      <span translate={name ? 'no' : undefined}>{name || text.nameless[role]}</span>
      <small>{text.roles[role]}</small>
    </>
  );
  if (!mayGive) return <li>{row}</li>;
  return (
    <li className={styles.pressed}>
      <button type="button" className={styles.person} aria-expanded={open} onClick={() => setOpen(!open)}>
        {row}
      </button>
      {open && (
        <div className={styles.acts}>
          <Button icon={Handshake} onClick={give}>
            {lead.give(name)}
          </Button>
          <p>{lead.giveHint}</p>
        </div>
      )}
    </li>
  );
}

function OwnName() {
  const { people: text } = useText();
  const { session, device } = useCloth();
  const me = useStore(session.me);
  const [name, setName] = useState(me.seat ? me.name : device.name);
  const change = (event: FormEvent) => {
    event.preventDefault();
    if (!isBlank(name)) session.sitDown(name);
  };
  return (
    <form className={styles.own} onSubmit={change}>
      <input
        value={name}
        maxLength={LIMITS.name}
        onChange={(event) => setName(event.target.value)}
        aria-label={text.changeName}
        placeholder={text.changeName}
        autoComplete="given-name"
      />
      <Button type="submit" disabled={isBlank(name) || (me.seat !== null && name === me.name)}>
        {me.seat ? text.rename : text.sit}
      </Button>
    </form>
  );
}
