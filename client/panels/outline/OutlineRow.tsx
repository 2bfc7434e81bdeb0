import { memo } from 'react';
import { useStore } from 'zustand';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { choose } from '../../canvas/input/choose.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { contextOf, useCloth } from '../cloth-context.tsx';
import styles from './Outline.module.css';
import type { OutlineEntry } from './outline-of.ts';

interface OutlineRowProps {
  readonly id: string;
  readonly words: string;
  /** What stands there; without it the row is the initiative's. */
  readonly entry?: OutlineEntry;
  /** What was chosen can be looked at; not while the other end of a tie is still to be chosen. */
  readonly onChosen: () => void;
}

/** One thing in the list: its words, its letters, and what it is tied to. */
export const OutlineRow = memo(function OutlineRow({ id, words, entry, onChosen }: OutlineRowProps) {
  const cloth = useCloth();
  const { view } = cloth;
  const chosen = useStore(view, (state) => state.selection.has(id) || (id === INITIATIVE && state.editing === id));

  const pick = () => {
    const context = contextOf(cloth);
    if (context) choose(context, id);
    if (view.getState().tieFrom === null) onChosen();
  };

  return (
    <li className={styles.row}>
      <button type="button" aria-pressed={chosen} onClick={pick} style={entry && { color: entry.item.colour }}>
        <span className={styles.words} translate="no">
          {words}
        </span>
        {entry?.item.positions.map((letter) => (
          <Badge key={letter} letter={letter} size="small" />
        ))}
        {entry && <Ties entry={entry} />}
      </button>
    </li>
  );
});

function Ties({ entry: { tiedTo, expected } }: { readonly entry: OutlineEntry }) {
  const { outline: text } = useText();
  const { session } = useCloth();
  // One string, so that only a change of these names renders the row.
  const words = useStore(session.snapshot, ({ items }) => {
    const nameOf = (id: string) => (id === INITIATIVE ? text.theInitiative : byId(items).get(id)?.text || text.unnamed);
    const named = tiedTo.map((end) => (expected.includes(end) ? text.expected(nameOf(end)) : nameOf(end)));
    return named.length > 0 ? text.tiedTo(named) : text.untied;
  });
  return <small>{words}</small>;
}
