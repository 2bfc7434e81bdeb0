import { X } from 'lucide-react';
import { useMemo } from 'react';
import { POSITION_LETTERS, type PositionLetter } from '../../../shared/model/schema.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { Button, IconButton } from '../../look/Button.tsx';
import { Popover } from '../../look/Popover.tsx';
import styles from './PositionCard.module.css';

interface PositionCardProps {
  readonly item: Item;
  /** The field in which they were pressed: "move here" takes them out of it. */
  readonly from: PositionLetter | null;
  readonly anchor: HTMLElement;
  readonly movable: boolean;
  readonly onMove: (from: PositionLetter | null, to: PositionLetter | null) => void;
  readonly onClose: () => void;
}

/** All that dragging can do, as buttons: add a position, move to it, or take it away. */
export function PositionCard({ item, from, anchor, movable, onMove, onClose }: PositionCardProps) {
  const hangsOn = useMemo(() => ({ current: anchor }), [anchor]);
  const { fields: text, positions, outline } = useText();
  const name = item.text || outline.unnamed;
  return (
    <Popover anchor={hangsOn} label={text.card(name)} className={styles.card} focusAfter={() => null} onClose={onClose}>
      <header className={styles.head}>
        <h2 translate="no" style={{ color: item.colour }}>
          {name}
        </h2>
        <IconButton icon={X} label={text.close} onClick={onClose} />
      </header>
      <ul>
        {POSITION_LETTERS.map((letter) => {
          const held = item.positions.includes(letter);
          const { name: position, means } = positions[letter];
          return (
            <li key={letter} className={styles.row} data-held={held}>
              <Badge letter={letter} size="large" hollow={!held} />
              <p>
                <strong>{position}</strong>
                <small>{means}</small>
              </p>
              {movable && held && (
                <Button aria-label={text.removeFrom(position)} onClick={() => onMove(letter, null)}>
                  {text.remove}
                </Button>
              )}
              {movable && !held && (
                <Button aria-label={text.addTo(position)} onClick={() => onMove(null, letter)}>
                  {text.add}
                </Button>
              )}
              {movable && !held && from !== null && (
                <Button aria-label={text.moveTo(position)} onClick={() => onMove(from, letter)}>
                  {text.move}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}
