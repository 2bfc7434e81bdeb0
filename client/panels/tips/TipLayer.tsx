import { Tooltip } from '@base-ui/react/tooltip';
import styles from './TipLayer.module.css';

/** The words of one button, beside it; none when nothing is pointed at. */
export default function TipLayer({ anchor }: { readonly anchor: HTMLElement | null }) {
  const words = anchor?.dataset.tip;
  return (
    <Tooltip.Root open={words !== undefined}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={10} collisionPadding={8} className={styles.positioner}>
          <Tooltip.Popup className={styles.tip}>{words}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
