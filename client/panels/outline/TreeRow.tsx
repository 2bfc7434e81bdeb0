import { ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PositionLetter } from '../../../shared/model/schema.ts';
import { Badge } from '../../look/Badge.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Outline.module.css';

export interface TreeRowProps {
  readonly rowKey: string;
  /** What it stands for on the cloth; null for a row that only gathers others. */
  readonly target: string | null;
  readonly level: number;
  readonly at: number;
  readonly of: number;
  readonly open: boolean | null;
  readonly name: string;
  readonly words: string;
  readonly description: string;
  readonly line: string;
  readonly colour: string | undefined;
  readonly positions: readonly PositionLetter[];
  /** The one row of the tree that Tab comes to. */
  readonly active: boolean;
  /** What is being written in the row. */
  readonly children?: ReactNode;
}

/** One row of the tree. Made of plain words, so that only what reads otherwise is rendered again. */
export const TreeRow = memo(function TreeRow({ children, ...props }: TreeRowProps) {
  const { rowKey, target, level, at, of, open, name, words, description, line, colour, positions, active } = props;
  const { view } = useCloth();
  const chosen = useStore(view, ({ selection }) => target !== null && selection.has(target));
  const described = description === '' ? undefined : `said-${rowKey}`;
  return (
    <div
      role="treeitem"
      data-row={rowKey}
      className={styles.treeRow}
      tabIndex={active ? 0 : -1}
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
      aria-expanded={open ?? undefined}
      aria-selected={target === null ? undefined : chosen}
      aria-label={name}
      aria-describedby={described}
    >
      <span className={styles.fold} data-fold="" aria-hidden="true">
        {open !== null && <ChevronRight size={16} strokeWidth={2.2} data-open={open} />}
      </span>
      <span className={styles.said} aria-hidden="true" style={{ color: colour }}>
        <bdi className={level === 1 ? styles.gathers : styles.words} translate="no">
          {words}
        </bdi>
        {positions.map((letter) => (
          <Badge key={letter} letter={letter} size="small" />
        ))}
        {line !== '' && <small>{line}</small>}
      </span>
      {described && (
        <span id={described} hidden>
          {description}
        </span>
      )}
      {children}
    </div>
  );
});
