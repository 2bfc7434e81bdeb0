import { CSPProvider } from '@base-ui/react/csp-provider';
import { Popover as Parts } from '@base-ui/react/popover';
import { type ReactNode, type RefObject, useRef } from 'react';
import styles from './Popover.module.css';

interface PopoverProps {
  /** What it hangs on; a press there is its own to handle. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** What a screen reader calls it, where no {@link PopoverTitle} stands on it. */
  readonly label?: string;
  /** How wide it is and what air it has. */
  readonly className: string | undefined;
  readonly align?: 'center' | 'end';
  /** Whether the keyboard goes to the sheet itself and not to the first thing on it. */
  readonly asWhole?: boolean;
  /** Where the keyboard goes when it closes; null where something else takes it. By default back to the anchor. */
  readonly focusAfter?: () => HTMLElement | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The title of a popover, which is what a screen reader calls it as well. */
export const PopoverTitle = Parts.Title;

/** A sheet of paper that pops over the page beside its anchor. The page stays usable: it is no question to be answered. */
export function Popover(props: PopoverProps) {
  const { anchor, label, className, align = 'center', asWhole = false, onClose, children } = props;
  const { focusAfter = () => anchor.current } = props;
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <CSPProvider disableStyleElements>
      <Parts.Root
        open
        onOpenChange={(open, { event }) => {
          const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
          if (!open && !onAnchor) onClose();
        }}
      >
        <Parts.Portal>
          <Parts.Positioner
            anchor={anchor}
            align={align}
            sideOffset={8}
            collisionPadding={8}
            className={styles.positioner}
          >
            <Parts.Popup
              ref={sheet}
              className={`${styles.sheet} ${className}`}
              aria-label={label}
              {...(asWhole && { initialFocus: sheet })}
              finalFocus={() => focusAfter() ?? false}
            >
              {children}
            </Parts.Popup>
          </Parts.Positioner>
        </Parts.Portal>
      </Parts.Root>
    </CSPProvider>
  );
}
