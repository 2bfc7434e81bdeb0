import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu } from '@base-ui/react/menu';
import type { RefObject } from 'react';
import styles from '../../panels/menu/MainMenu.module.css';
import { useFirstItem } from '../../panels/menu/use-first-item.ts';
import own from './Tile.module.css';

/** What can be done with a sheet on the wall, by name; in the order of its menu. */
export interface TileAction {
  readonly name: string;
  readonly run: () => void;
}

interface TileMenuProps {
  readonly actions: readonly TileAction[];
  /** The button it hangs under, which closes it when pressed again. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What can be done with a sheet on the wall; fetched when it is first asked for, for a wall is looked at before anything else. */
export default function TileMenu({ actions, anchor, onClose }: TileMenuProps) {
  const popup = useFirstItem(anchor);
  return (
    <CSPProvider disableStyleElements>
      <Menu.Root
        open
        modal={false}
        onOpenChange={(open, { event }) => {
          // A press on the button itself is the button's to handle, or it would open the menu again.
          const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
          if (!open && !onAnchor) onClose();
        }}
      >
        <Menu.Portal>
          <Menu.Positioner
            anchor={anchor}
            align="end"
            sideOffset={4}
            collisionPadding={8}
            className={styles.positioner}
          >
            <Menu.Popup ref={popup} className={`${styles.menu} ${own.menu}`} finalFocus={anchor}>
              {actions.map(({ name, run }) => (
                <Menu.Item key={name} className={styles.item} onClick={run}>
                  {name}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  );
}
