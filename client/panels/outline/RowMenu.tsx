import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu } from '@base-ui/react/menu';
import type { RefObject } from 'react';
import { BOXES } from '../../../shared/layout/boxes.ts';
import { type Errand, mayDo, ROW_ACTS, type RowAct } from '../../canvas/actions/outline.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import menu from '../menu/MainMenu.module.css';
import { useFirstItem } from '../menu/use-first-item.ts';
import { shownKeys } from '../shown-keys.ts';
import styles from './Outline.module.css';
import { type InWords, nameOfRow } from './row-words.ts';
import { type Row, targetOf } from './rows.ts';
import type { Outlined } from './use-outline.ts';

interface RowMenuProps {
  readonly row: Row;
  readonly what: 'acts' | 'edges';
  readonly anchor: RefObject<HTMLElement | null>;
  readonly outlined: Outlined;
  readonly onAct: (act: RowAct) => void;
}

/** All that can be done with a row, or the edges that a thing may be laid before. */
export default function RowMenu({ row, what, anchor, outlined, onAct }: RowMenuProps) {
  const popup = useFirstItem(anchor);
  return (
    <CSPProvider disableStyleElements>
      <Menu.Root open modal={false} onOpenChange={(open) => !open && outlined.setOpen(null)}>
        <Menu.Portal>
          <Menu.Positioner anchor={anchor} align="end" sideOffset={4} collisionPadding={8} className={menu.positioner}>
            <Menu.Popup
              ref={popup}
              className={`${menu.menu} ${styles.menu}`}
              finalFocus={anchor}
              aria-label={titleOf(row, what, outlined)}
            >
              {what === 'acts' ? <Acts row={row} outlined={outlined} onAct={onAct} /> : <Edges outlined={outlined} />}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  );
}

function titleOf(row: Row, what: RowMenuProps['what'], { about }: Outlined): string {
  return what === 'edges' ? errandWords('edge', about) : about.own.whatCanBeDone(nameOfRow(row, about));
}

/** What an act of the outline is called: on a theme sheet things lie in boxes, not at edges. */
function errandWords(errand: Errand, { own, snapshot }: InWords): string {
  return errand === 'edge' && snapshot.meta.sheet === 'theme' ? own.toBox : own.acts[errand];
}

function Acts({ row, outlined, onAct }: Pick<RowMenuProps, 'row' | 'outlined' | 'onAct'>) {
  const text = useText();
  const context = outlined.context();
  const acts = context ? ROW_ACTS.filter((act) => mayDo(act, context, targetOf(row))) : [];
  return acts.map((act) => (
    <Menu.Item
      key={act.errand ?? act.action}
      className={menu.item}
      aria-label={act.errand ? errandWords(act.errand, outlined.about) : text.action[act.action]}
      onClick={() => onAct(act)}
    >
      <span>{act.errand ? errandWords(act.errand, outlined.about) : text.action[act.action]}</span>
      {act.keys[0] !== undefined && <kbd className={styles.key}>{shownKeys(act.keys[0], text.shortcuts.keys)}</kbd>}
    </Menu.Item>
  ));
}

function Edges({ outlined }: { readonly outlined: Outlined }) {
  const { session } = useCloth();
  const { page, own, snapshot } = outlined.about;
  const { mayLayAt } = permissionsIn(session);
  if (snapshot.meta.sheet === 'theme') {
    return BOXES.map((box) => (
      <Menu.Item key={box} className={menu.item} onClick={() => outlined.moveInto(box)}>
        <span>{page.themeSheet.boxes[box]}</span>
      </Menu.Item>
    ));
  }
  const edges = [
    ...snapshot.seats.map(({ id, name }, at) => ({ id, name: name || page.outline.freeSeat(at + 1) })),
    { id: null, name: own.middle },
  ];
  return edges.map(({ id, name }) =>
    mayLayAt(id) ? (
      <Menu.Item key={id ?? 'middle'} className={menu.item} onClick={() => outlined.moveTo(id)}>
        <span>{name}</span>
      </Menu.Item>
    ) : null,
  );
}
