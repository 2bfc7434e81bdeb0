import { Search } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { moveOnWall, setEarlier } from '../../../shared/commands/commons.ts';
import { commonsApi, type HungSheet } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { say, sayProblem } from '../../panels/toasts/toast-store.ts';
import { useRoom, useRoomState } from '../room-context.tsx';
import { isOwn, tell } from '../told/told-store.ts';
import { arrangeWall, orderAt, type WallGroup } from './arrange.ts';
import { useSheets } from './sheets-store.ts';
import { Tile } from './Tile.tsx';
import type { TileAction } from './TileMenu.tsx';
import { type Dropped, useCarry } from './use-carry.ts';
import styles from './Wall.module.css';

/** The wall: what hangs in the room, under its themes, now and earlier. */
export default function Wall() {
  const text = useText();
  const { wall, told } = text;
  const { session, goTo } = useRoom();
  const places = useRoomState((room) => room.wall);
  const { list, fails, again } = useSheets();
  const [words, setWords] = useState('');
  const whole = arrangeWall(list ?? [], places);
  const { now, earlier } = words === '' ? whole : arrangeWall(list ?? [], places, words);
  const found = now.reduce((sum, { sheets }) => sum + sheets.length, earlier.length);
  const writes = session.role !== 'viewer';
  const nameOf = ({ title }: HungSheet) => title || wall.untitled;

  const move = (sheet: HungSheet, group: WallGroup, at: number) => {
    const order = orderAt(group.sheets, places, sheet.id, at);
    session.perform((room) => moveOnWall(room, sheet.id, { under: group.id, order }));
    tell(wall.moved(nameOf(sheet), at + 1, group.sheets.length));
  };
  const drop = ({ sheet, beside, after }: Dropped) => {
    const group = whole.now.find(({ sheets }) => sheets.some(({ id }) => id === beside));
    const carried = list?.find(({ id }) => id === sheet);
    if (!group || !carried) return;
    const others = group.sheets.filter(({ id }) => id !== sheet);
    const at = others.findIndex(({ id }) => id === beside) + (after ? 1 : 0);
    session.perform((room) => setEarlier(room, sheet, false));
    move(carried, group, at);
  };
  const { carried, grab } = useCarry(drop);

  const takeDown = async (sheet: HungSheet) => {
    try {
      await commonsApi.takeDown(session.id, session.key, sheet.id);
      isOwn(sheet.id);
      say(wall.takenDown(nameOf(sheet)));
      again();
    } catch {
      sayProblem(text.commons.failed);
    }
  };

  /** What may be done with a sheet that hangs in a group; in none, it hangs among what was. */
  const actionsOf = (sheet: HungSheet, group: WallGroup | null): TileAction[] => {
    if (!writes) return [];
    const at = group?.sheets.indexOf(sheet) ?? -1;
    const themes = whole.now.filter(({ id }) => id !== '' && id !== group?.id);
    const perform = (intent: Parameters<typeof session.perform>[0], words: string) => () => {
      if (session.perform(intent)) tell(words);
    };
    const under = (id: string, words: string) =>
      perform((room) => moveOnWall(room, sheet.id, { under: id, order: lastOrder() }), words);
    const lastOrder = (): number => (places.at(-1)?.order ?? 0) + 1;
    return [
      ...(group && at > 0 ? [{ name: wall.forward, run: () => move(sheet, group, at - 1) }] : []),
      ...(group && at < group.sheets.length - 1
        ? [{ name: wall.backward, run: () => move(sheet, group, at + 1) }]
        : []),
      ...(group && sheet.kind === 'cloth'
        ? themes.map(({ id, title }) => ({
            name: wall.under(title || wall.untitled),
            run: under(id, told.under(nameOf(sheet), title || wall.untitled)),
          }))
        : []),
      ...(group && group.id !== '' && sheet.kind === 'cloth'
        ? [{ name: wall.underNone, run: under('', told.underNone(nameOf(sheet))) }]
        : []),
      ...(group
        ? [
            {
              name: wall.toEarlier,
              run: perform((room) => setEarlier(room, sheet.id, true), told.earlier(nameOf(sheet))),
            },
          ]
        : []),
      // What was rounded off is taken up again on the sheet itself.
      ...(group === null && sheet.roundedOff === ''
        ? [{ name: wall.toNow, run: perform((room) => setEarlier(room, sheet.id, false), told.now(nameOf(sheet))) }]
        : []),
      ...(session.role === 'facilitator' ? [{ name: wall.takeDown, run: () => void takeDown(sheet) }] : []),
    ];
  };

  const tile = (sheet: HungSheet, group: WallGroup | null) => {
    const at = group?.sheets.indexOf(sheet) ?? -1;
    const byKeys = (by: -1 | 1) => {
      const to = at + by;
      if (group && to >= 0 && to < group.sheets.length) move(sheet, group, to);
    };
    return (
      <Tile
        key={sheet.id}
        sheet={sheet}
        actions={actionsOf(sheet, group)}
        onMove={writes && group ? byKeys : null}
        onGrab={writes ? (event) => grab(sheet.id, event) : null}
        isCarried={carried === sheet.id}
      />
    );
  };

  if (list === null) return <p className={styles.waiting}>{fails ? wall.fails : ''}</p>;
  if (list.length === 0) {
    return (
      <section className={styles.empty}>
        <h2>{wall.emptyTitle}</h2>
        <p>{wall.empty}</p>
        {writes && <Button onClick={() => goTo('/')}>{wall.startCloth}</Button>}
      </section>
    );
  }
  return (
    <div className={styles.wall}>
      <div className={styles.head}>
        <label className={styles.search}>
          <Search aria-hidden="true" size={18} />
          <span className="visually-hidden">{wall.search}</span>
          <input
            type="search"
            value={words}
            placeholder={wall.search}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <p className={styles.count}>{fails ? wall.fails : wall.sheets(list.length)}</p>
      </div>
      <p id="wall-moves-by" hidden>
        {wall.movesBy}
      </p>
      {/* Stays there: what comes together with its region is not heard. */}
      <p role="status" className="visually-hidden">
        {words !== '' && (found === 0 ? wall.nothingFound(words) : wall.found(found))}
      </p>
      {found === 0 && <p className={styles.nothing}>{wall.nothingFound(words)}</p>}
      <div className={styles.groups}>
        {now.map((group) => (
          <section
            key={group.id}
            className={styles.group}
            style={{ '--sheets': group.sheets.length } as CSSProperties}
            aria-labelledby={`wall-${group.id}`}
          >
            <h2 id={`wall-${group.id}`} className={now.length === 1 && group.id === '' ? 'visually-hidden' : undefined}>
              {group.id === '' ? wall.loose : group.title || wall.untitled}
            </h2>
            <ul className={styles.sheets}>{group.sheets.map((sheet) => tile(sheet, group))}</ul>
          </section>
        ))}
      </div>
      {earlier.length > 0 && (
        <section className={styles.group} aria-labelledby="wall-earlier">
          <h2 id="wall-earlier">
            <span>{wall.earlier}</span> <small className={styles.hint}>{wall.earlierHint}</small>
          </h2>
          <ul className={styles.sheets} data-earlier>
            {earlier.map((sheet) => tile(sheet, null))}
          </ul>
        </section>
      )}
    </div>
  );
}
