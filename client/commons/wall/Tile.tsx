import { EllipsisVertical } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { HungSheet } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import { useDayName } from '../../panels/line/use-day-name.ts';
import { part } from '../../panels/part.ts';
import { useRoom } from '../room-context.tsx';
import { isPlain, useWayTo } from '../use-way-to.ts';
import { SheetPicture } from './SheetPicture.tsx';
import styles from './Tile.module.css';
import type { TileAction } from './TileMenu.tsx';
import { zoomTo } from './zoom.ts';

const TileMenu = part(() => import('./TileMenu.tsx'));

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
  const { wall, path } = useText();
  const dayName = useDayName();
  const { goTo } = useRoom();
  const wayTo = useWayTo();
  const item = useRef<HTMLLIElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState(false);
  const title = sheet.title || wall.untitled;
  const way = wayTo(sheet);

  const open = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    zoomTo(item.current, () => goTo(way));
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
        href={way}
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
          {sheet.roundedOff !== '' && (
            <small>
              <span>{wall.roundedOff(dayName(sheet.roundedOff))}</span>
              {sheet.line?.lastWords && <q translate="no">{sheet.line.lastWords}</q>}
            </small>
          )}
        </span>
        {sheet.at !== null && sheet.roundedOff === '' && (
          <span className={styles.stone} data-tip={path.weAreHere(sheet.at, path.stones[sheet.at])}>
            <span aria-hidden="true">{sheet.at}</span>
            <span className="visually-hidden">{path.weAreHere(sheet.at, path.stones[sheet.at])}</span>
          </span>
        )}
      </a>
      {actions.length > 0 && (
        <>
          <IconButton
            ref={more}
            icon={EllipsisVertical}
            label={wall.menu(title)}
            className={styles.more}
            aria-haspopup="menu"
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          />
          {choosing && <TileMenu actions={actions} anchor={more} onClose={() => setChoosing(false)} />}
        </>
      )}
    </li>
  );
}
