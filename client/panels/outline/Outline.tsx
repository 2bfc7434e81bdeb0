import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { SidePanel } from '../side/SidePanel.tsx';
import styles from './Outline.module.css';
import { OutlineRow } from './OutlineRow.tsx';
import { type OutlineEntry, outlineOf } from './outline-of.ts';

/**
 * All that lies on the cloth as a list: the way there for the keyboard and for who cannot see it. What is chosen here is
 * selected on the cloth and brought into view, and every key and button then works on it.
 */
export default function Outline({ onClose }: { readonly onClose: () => void }) {
  const { outline: text, top } = useText();
  const { session } = useCloth();
  const [sought, setSought] = useState('');
  const snapshot = useDeferredValue(useStore(session.snapshot));
  const wanted = useDeferredValue(sought);
  const { initiative, connectors, edges, found } = useMemo(() => outlineOf(snapshot, wanted), [snapshot, wanted]);
  const seeks = wanted.trim() !== '';
  const wide = useWide();
  // On a phone the list lies over the cloth.
  const onChosen = useCallback(() => {
    if (!wide) onClose();
  }, [wide, onClose]);
  const row = (entry: OutlineEntry) => {
    const { id, text: words } = entry.item;
    return <OutlineRow key={id} id={id} entry={entry} words={words || text.unnamed} onChosen={onChosen} />;
  };

  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <input
        type="search"
        className={styles.search}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        placeholder={text.search}
        aria-label={text.search}
      />
      <p className="visually-hidden" role="status">
        {seeks ? text.found(found) : ''}
      </p>
      <div className={styles.lists}>
        {seeks && found === 0 && <p className={styles.none}>{text.nothing(wanted.trim())}</p>}
        {initiative && (
          <>
            <h3>{snapshot.meta.kind === 'theme' ? text.theme : text.initiative}</h3>
            <ul>
              <OutlineRow id={INITIATIVE} words={snapshot.initiative || top.untitled} onChosen={onChosen} />
            </ul>
          </>
        )}
        {/* What seeking leaves out is not said to be missing. */}
        {(connectors.length > 0 || !seeks) && <h3>{text.connectors(connectors.length)}</h3>}
        {connectors.length === 0 && !seeks && <p className={styles.none}>{text.noConnectors}</p>}
        <ul>{connectors.map(row)}</ul>
        {edges.map(({ seat, number, ingredients }) => (
          <section key={seat?.id ?? 'none'}>
            <h3>
              {/* Of a name written from right to left, the number after it is no part. */}
              <bdi className={styles.seat} style={{ color: seat?.colour }}>
                {seat ? seat.name || text.freeSeat(number) : text.noSeat}
              </bdi>{' '}
              <small className={styles.count}>{text.ingredients(ingredients.length)}</small>
            </h3>
            <ul>{ingredients.map(row)}</ul>
          </section>
        ))}
      </div>
    </SidePanel>
  );
}
