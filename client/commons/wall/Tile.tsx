import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu } from '@base-ui/react/menu';
import { EllipsisVertical } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import { sheetPath } from '../../../shared/model/sheets.ts';
import type { HungSheet } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import menu from '../../panels/menu/MainMenu.module.css';
import { useRoom } from '../room-context.tsx';
import { SheetPicture } from './SheetPicture.tsx';
import styles from './Wall.module.css';
import { zoomTo } from './zoom.ts';

/** What can be done with a sheet on the wall, by name; in the order of its menu. */
export interface TileAction {
  readonly name: string;
  readonly run: () => void;
}

interface TileProps {
  readonly sheet: HungSheet;
  /** What may be done with it; none for who only looks. */
  readonly actions: readonly TileAction[];
  /** Moves it by keys: so many places along. */
  readonly onMove: ((by: -1 | 1) => void) | null;
  /** A hand takes hold of it. */
  readonly onGrab: ((event: PointerEvent<HTMLElement>) => void) | null;
  readonly isCarried: boolean;
}

/** A sheet that hangs on the wall, as a picture of itself: pressed, one stands before it. */
export function Tile({ sheet, actions, onMove, onGrab, isCarried }: TileProps) {
  const { wall } = useText();
  const { session, device, goTo } = useRoom();
  const item = useRef<HTMLLIElement>(null);
  const title = sheet.title || wall.untitled;
  const path = pathOf(sheet, session.id, session.key, device.cloths.strongestKey(sheet.id)?.key ?? null);

  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    zoomTo(item.current, () => goTo(path));
  };
  const byKeys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
    if (!event.altKey || !onMove || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    onMove(by);
  };

  return (
    <li
      ref={item}
      className={styles.tile}
      data-sheet={sheet.id}
      data-kind={sheet.kind}
      data-carried={isCarried || undefined}
    >
      <a
        href={path}
        className={styles.open}
        onClick={open}
        onKeyDown={byKeys}
        onPointerDown={onGrab ?? undefined}
        draggable={false}
        aria-describedby={onMove ? 'wall-moves-by' : undefined}
      >
        <SheetPicture sheet={sheet} />
        <span className={styles.caption}>
          <strong translate="no">{title}</strong>
          <small>{sheet.kind === 'theme' ? `${wall.theme}, ${wall[sheet.grant]}` : wall[sheet.grant]}</small>
        </span>
      </a>
      {actions.length > 0 && (
        <CSPProvider disableStyleElements>
          <Menu.Root modal={false}>
            <Menu.Trigger
              render={<IconButton icon={EllipsisVertical} label={wall.menu(title)} className={styles.more} />}
            />
            <Menu.Portal>
              <Menu.Positioner align="end" sideOffset={4} collisionPadding={8} className={menu.positioner}>
                <Menu.Popup className={`${menu.menu} ${styles.menu}`}>
                  {actions.map(({ name, run }) => (
                    <Menu.Item key={name} className={menu.item} onClick={run}>
                      {name}
                    </Menu.Item>
                  ))}
                </Menu.Popup>
              </Menu.Positioner>
            </Menu.Portal>
          </Menu.Root>
        </CSPProvider>
      )}
    </li>
  );
}

/** Where a sheet opens: with a key of its own that this device has, else by way of the room. */
function pathOf({ id, kind }: HungSheet, room: string, roomKey: string, own: string | null): string {
  if (own !== null) return sheetPath(kind, id, own);
  const [path, key] = sheetPath(kind, id, roomKey).split('#');
  return `${path}?via=${encodeURIComponent(room)}#${key}`;
}
