import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { setExpected } from '../../../shared/commands/ties.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import { useMayRelate } from '../use-may-write.ts';
import { RealOrExpected } from './RealOrExpected.tsx';
import styles from './Ties.module.css';
import { type TieRow, tiesOf } from './ties-of.ts';

/** Step 3's question for every tie: does she really, or should she? Press a tie's words to see it on the cloth. */
export default function Ties({ onClose }: { readonly onClose: () => void }) {
  const page = usePage();
  const { involvement: text, outline } = useText();
  const { session, view, canvas } = useCloth();
  const snapshot = useDeferredValue(useStore(session.snapshot));
  const groups = useMemo(() => tiesOf(snapshot), [snapshot]);
  const selection = useStore(view, (state) => state.selection);
  const mayRelate = useMayRelate();
  const wide = useWide();
  const nameOf = (words: string | undefined) => words || outline.unnamed;

  const show = (id: string) => {
    view.setState({ selection: new Set([id]), editing: null });
    canvas?.reveal(id, true);
    // On a phone the panel lies over the cloth.
    if (!wide) page.closeSide();
  };
  const row = ({ tie, other }: TieRow, from: string) => {
    const to = other ? nameOf(other.text) : outline.theInitiative;
    return (
      <li key={tie.id} className={styles.row}>
        <button type="button" aria-pressed={selection.has(tie.id)} onClick={() => show(tie.id)}>
          {to}
        </button>
        <RealOrExpected
          label={text.tie(from, to)}
          expected={tie.expected}
          disabled={!mayRelate}
          onChoose={(expected) => session.perform((cloth) => setExpected(cloth, [tie.id], expected))}
        />
      </li>
    );
  };

  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <p className={styles.intro}>{groups.length > 0 ? text.intro : text.none}</p>
      <div className={styles.groups}>
        {groups.map(({ connector, rows }) => {
          const name = connector ? nameOf(connector.text) : null;
          return (
            <section key={connector?.id ?? 'direct'} aria-label={name === null ? text.direct : text.of(name)}>
              <h3 style={connector ? { color: connector.colour } : undefined}>{name ?? text.direct}</h3>
              <ul>{rows.map((each) => row(each, name ?? outline.theInitiative))}</ul>
            </section>
          );
        })}
      </div>
    </SidePanel>
  );
}
