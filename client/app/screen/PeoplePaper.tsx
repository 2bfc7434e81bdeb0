import { Eye, PencilLine } from 'lucide-react';
import { useStore } from 'zustand';
import { listsOf } from '../../../shared/text/plural.ts';
import type { Person } from '../../document/cloth-session.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { Avatar } from '../../panels/people/Avatar.tsx';
import { othersAt } from '../../panels/people/at-table.ts';
import styles from './SharedScreen.module.css';

/** Who sits at the table, and who is writing at this moment. */
export function PeoplePaper() {
  const { people: text, top } = useText();
  const { session } = useCloth();
  const present = useStore(session.present);
  const seated = othersAt(present, null).filter(({ role, name }) => role !== 'viewer' && name !== '');
  return (
    <section className={`${styles.paper} ${styles.people}`} aria-label={text.atTable(seated.length)}>
      {seated.length > 0 && (
        <ul>
          {seated.map(({ id, name, colour }) => (
            <li key={id}>
              <Avatar name={name} colour={colour} />
              <span translate="no">{name}</span>
            </li>
          ))}
        </ul>
      )}
      <Writing />
      {session.role === 'viewer' && (
        <p className={styles.viewOnly}>
          <Eye aria-hidden="true" size={18} />
          <span>{top.viewOnly}</span>
        </p>
      )}
    </section>
  );
}

function Writing() {
  const { screen } = useText();
  const language = useLanguage();
  const { session } = useCloth();
  // A string, so that a cursor's every move renders nothing.
  const names = useStore(session.people, (people) => writersOf(people).join('\n'));
  const writers = names === '' ? [] : names.split('\n');
  const list = listsOf(language)(writers);
  return (
    <p className={styles.writing} role="status">
      {writers.length > 0 && <PencilLine aria-hidden="true" size={22} />}
      <span>{writers.length > 1 ? screen.write(list) : writers.length === 1 ? screen.writes(list) : ''}</span>
    </p>
  );
}

/** By name, each once; whoever has no name writes unnamed. */
function writersOf(people: readonly Person[]): string[] {
  const writing = people.filter((person) => person.writing || person.editing !== null);
  return [...new Set(writing.map(({ name }) => name).filter((name) => name !== ''))];
}
