import type { CommonsSnapshot } from '../../../shared/model/commons.ts';
import type { HungSheet } from '../../document/commons-api.ts';
import type { Texts } from '../../i18n/nl.ts';

/** What can be news in a room. */
export interface RoomNow {
  readonly sheets: readonly Pick<HungSheet, 'id' | 'title'>[];
  readonly room: Pick<CommonsSnapshot, 'meetings' | 'entries'>;
}

/** More names than these are counted: nobody listens to a list. */
const MOST_NAMED = 3;

/** What others did in the room meanwhile, in one calm sentence or two; '' when there is nothing to say. */
export function newsOf(before: RoomNow, after: RoomNow, own: ReadonlySet<string>, text: Texts): string {
  const { told, wall } = text;
  const namesOf = (there: RoomNow, elsewhere: RoomNow): string[] => {
    const known = new Set(elsewhere.sheets.map(({ id }) => id));
    return there.sheets.filter(({ id }) => !known.has(id) && !own.has(id)).map(({ title }) => title || wall.untitled);
  };
  const said = (names: readonly string[], words: (names: string) => string): string[] => {
    if (names.length === 0) return [];
    return [words(names.length > MOST_NAMED ? wall.sheets(names.length) : told.list(names))];
  };
  const onLine = ({ room }: RoomNow) => new Set([...room.meetings, ...room.entries].map(({ id }) => id));
  const [was, is] = [onLine(before), onLine(after)];
  const changed = [...was, ...is].filter((id) => !was.has(id) || !is.has(id));
  const isOther = changed.some((id) => !own.has(id));
  return [
    ...said(namesOf(after, before), told.hung),
    ...said(namesOf(before, after), told.takenDown),
    ...(isOther ? [told.year] : []),
  ].join(' ');
}
