import type { KeyboardEvent, PointerEvent } from 'react';
import type { Box } from '../../../shared/layout/box.ts';
import type { Chip } from '../../../shared/layout/field-chips.ts';
import type { Point, PositionLetter } from '../../../shared/model/schema.ts';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { listsOf } from '../../../shared/text/plural.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import styles from './Fields.module.css';

interface ChipButtonProps {
  readonly chip: Chip;
  /** The field it stands in; null while it waits for a position. */
  readonly letter: PositionLetter | null;
  readonly box: Box;
  /** How far it is carried, px; null while it stands. */
  readonly by: Point | null;
  readonly chosen: boolean;
  readonly movable: boolean;
  readonly carry: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
  };
  readonly onOpen: (anchor: HTMLElement) => void;
  /** A position's letter, or Delete, was pressed on it; with Shift it moves there. */
  readonly onLetter: (letter: PositionLetter | 'delete', shift: boolean) => void;
}

/** Somebody in a field: to drag, to press, or to give letters by key. The other letters stand on the rim. */
export function ChipButton(props: ChipButtonProps) {
  const { chip, letter, box, by, chosen, movable, carry, onOpen, onLetter } = props;
  const { fields: text, positions, outline } = useText();
  const list = listsOf(useLanguage());
  const { item, words } = chip;
  const others = item.positions.filter((each) => each !== letter);
  const name = item.text || outline.unnamed;
  const keyed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const pressed = key === 'delete' ? 'delete' : POSITION_LETTERS.find((each) => each === key);
    if (!pressed || !movable) return;
    event.preventDefault();
    onLetter(pressed, event.shiftKey);
  };
  return (
    <button
      type="button"
      className={styles.chip}
      data-chip={`${item.id} ${letter ?? ''}`}
      data-kind={item.kind}
      data-carried={by !== null}
      data-movable={movable}
      data-chosen={chosen}
      aria-haspopup="dialog"
      aria-label={others.length > 0 ? text.also(name, list(others.map((each) => positions[each].name))) : name}
      style={{
        ...{ width: box.w, height: box.h, color: item.colour },
        transform: `translate(${box.x + (by?.[0] ?? 0)}px, ${box.y + (by?.[1] ?? 0)}px)`,
      }}
      onClick={({ currentTarget }) => onOpen(currentTarget)}
      onKeyDown={keyed}
      {...(movable ? carry : {})}
    >
      <span className={styles.words} translate="no" aria-hidden="true">
        {words.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one name have no other identity.
          <span key={at}>{line}</span>
        ))}
      </span>
      {others.length > 0 && (
        <span className={styles.rim} aria-hidden="true">
          {others.map((each) => (
            <Badge key={each} letter={each} size="small" />
          ))}
        </span>
      )}
    </button>
  );
}
