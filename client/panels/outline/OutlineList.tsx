import { Ellipsis } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { RowAct } from '../../canvas/actions/outline.ts';
import { Badge } from '../../look/Badge.tsx';
import { IconButton } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';
import styles from './Outline.module.css';
import { RowField } from './RowField.tsx';
import { descriptionOfRow, nameOfRow, tiedLine, wordsOfRow } from './row-words.ts';
import { type Row, rowsOf, targetOf } from './rows.ts';
import type { Outlined } from './use-outline.ts';

const RowMenu = part(() => import('./RowMenu.tsx'));

interface ListProps {
  readonly outlined: Outlined;
  readonly seeks: boolean;
}

/** The outline for fingers: headings and lists, each row with one button that says what can be done with it. */
export function OutlineList({ outlined, seeks }: ListProps) {
  const { view } = useCloth();
  const { outline, about } = outlined;
  const selection = useStore(view, (state) => state.selection);
  // The ties of what is chosen are rows under it.
  const rows = useMemo(
    () => rowsOf(outline, new Map([...selection].map((id) => [id, true])), seeks),
    [outline, selection, seeks],
  );
  const under = (key: string) => rows.filter((row) => row.under === key);
  return (
    <div className={styles.lists}>
      {rows.map((row) => {
        if (row.level !== 1) return null;
        const title = row.kind === 'initiative' ? initiativeTitle(outlined) : wordsOfRow(row, about);
        return (
          <section key={row.key}>
            <h3>
              {/* Of a name written from right to left, the number after it is no part. */}
              <bdi style={{ color: row.kind === 'edge' ? row.edge.seat?.colour : undefined }}>{title}</bdi>
              {row.kind === 'edge' && (
                <>
                  {' '}
                  <small className={styles.count}>{about.page.outline.ingredients(row.edge.ingredients.length)}</small>
                </>
              )}
            </h3>
            {row.kind === 'connectors' && row.count === 0 && (
              <p className={styles.none}>{about.page.outline.noConnectors}</p>
            )}
            <Rows of={row.kind === 'initiative' ? [row] : under(row.key)} all={rows} outlined={outlined} />
          </section>
        );
      })}
    </div>
  );
}

interface RowsProps {
  readonly of: readonly Row[];
  /** Among these are the rows under them. */
  readonly all: readonly Row[];
  readonly outlined: Outlined;
}

function Rows({ of, all, outlined }: RowsProps) {
  const { view } = useCloth();
  const selection = useStore(view, (state) => state.selection);
  return (
    <ul>
      {of.map((row) => (
        <li key={row.key} className={styles.row}>
          <ListRow row={row} chosen={selection.has(targetOf(row) ?? '')} outlined={outlined} />
          {row.open && <Rows of={all.filter(({ under }) => under === row.key)} all={all} outlined={outlined} />}
        </li>
      ))}
    </ul>
  );
}

function initiativeTitle({ about: { page, snapshot } }: Outlined): string {
  return snapshot.meta.kind === 'theme' ? page.outline.theme : page.outline.initiative;
}

interface ListRowProps {
  readonly row: Row;
  readonly chosen: boolean;
  readonly outlined: Outlined;
}

function ListRow({ row, chosen, outlined }: ListRowProps) {
  const { about, open, setOpen } = outlined;
  const more = useRef<HTMLButtonElement>(null);
  const item = row.kind === 'thing' ? row.entry.item : null;
  const here = open?.key === row.key ? open.what : null;
  const act = (what: RowAct) => void outlined.act(what, row);
  const said = descriptionOfRow(row, about);
  return (
    <>
      <div className={styles.choice}>
        <button
          type="button"
          className={styles.said}
          aria-pressed={chosen}
          aria-describedby={said ? `said-${row.key}` : undefined}
          style={item ? { color: item.colour } : undefined}
          onClick={() => outlined.choose(row)}
        >
          <span className={styles.words} translate="no">
            {row.kind === 'tie' ? nameOfRow(row, about) : wordsOfRow(row, about)}
          </span>
          {item?.positions.map((letter) => (
            <Badge key={letter} letter={letter} size="small" />
          ))}
          {row.open !== true && <small>{tiedLine(row, about)}</small>}
        </button>
        <span id={`said-${row.key}`} hidden>
          {said}
        </span>
        <IconButton
          ref={more}
          icon={Ellipsis}
          label={about.own.whatCanBeDone(wordsOfRow(row, about))}
          aria-haspopup="menu"
          aria-expanded={here === 'acts'}
          onClick={() => {
            outlined.take(row);
            setOpen(here === 'acts' ? null : { key: row.key, what: 'acts' });
          }}
        />
      </div>
      {item && here && here !== 'acts' && here !== 'edges' && <RowField item={item} what={here} outlined={outlined} />}
      {(here === 'acts' || here === 'edges') && (
        <RowMenu row={row} what={here} anchor={more} outlined={outlined} onAct={act} />
      )}
    </>
  );
}
