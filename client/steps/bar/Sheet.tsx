import { CSPProvider } from '@base-ui/react/csp-provider';
import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';
import styles from './Sheet.module.css';

interface SheetProps {
  /** What it hangs under; a press there is its own to handle. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly narrow?: boolean;
  /** True when it closes for something else that takes the keyboard; else that goes back to what it hangs under. */
  readonly givesWay?: RefObject<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet of paper that hangs under the step bar. The cloth beside it stays usable: it is no question to be answered. */
export function Sheet({ anchor, label, narrow = false, givesWay, onClose, children }: SheetProps) {
  return (
    <CSPProvider disableStyleElements>
      <Popover.Root
        open
        onOpenChange={(open, { event }) => {
          const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
          if (!open && !onAnchor) onClose();
        }}
      >
        <Popover.Portal>
          <Popover.Positioner anchor={anchor} sideOffset={8} collisionPadding={8} className={styles.positioner}>
            <Popover.Popup
              className={`${styles.sheet} ${narrow ? styles.narrow : ''}`}
              aria-label={label}
              finalFocus={() => (givesWay?.current ? false : anchor.current)}
            >
              {children}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </CSPProvider>
  );
}
