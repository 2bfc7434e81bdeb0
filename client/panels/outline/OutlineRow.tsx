import { memo } from 'react';
import { useStore } from 'zustand';
import { INITIATIVE } from '../../../shared/cloth/schema.ts';
import { byId, type Item } from '../../../shared/cloth/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Outline.module.css';

interface OutlineRowProps {
  readonly id: string;
  readonly words: string;
  readonly item?: Item;
  readonly tiedTo?: readonly string[];
}

/** One thing in the list: its words, its letters, and what it is tied to. */
export const OutlineRow = memo(function OutlineRow({ id, words, item, tiedTo }: OutlineRowProps) {
  const { session, view, canvas } = useCloth();
  const chosen = useStore(view, (state) => state.selection.has(id) || (id === INITIATIVE && state.editing === id));

  const choose = () => {
    if (id === INITIATIVE) view.setState({ selection: new Set(), editing: session.mayWrite ? id : null });
    else view.setState({ selection: new Set([id]), editing: null });
    canvas?.reveal(id);
  };

  return (
    <li className={styles.row}>
      <button type="button" aria-pressed={chosen} onClick={choose} style={item && { color: item.colour }}>
        <span className={styles.words}>{words}</span>
        {item?.positions.map((letter) => (
          <Badge key={letter} letter={letter} size="small" />
        ))}
        {tiedTo && <Ties tiedTo={tiedTo} />}
      </button>
    </li>
  );
});

function Ties({ tiedTo }: { readonly tiedTo: readonly string[] }) {
  const { outline: text } = useText();
  const { session } = useCloth();
  // One string, so that only a change of these names renders the row.
  const words = useStore(session.snapshot, ({ items }) => {
    const nameOf = (id: string) => (id === INITIATIVE ? text.theInitiative : byId(items).get(id)?.text || text.unnamed);
    return tiedTo.length > 0 ? text.tiedTo(tiedTo.map(nameOf)) : text.untied;
  });
  return <small>{words}</small>;
}
