import { normalForm } from '../../../shared/method/doubles.ts';
import type { WallPlace } from '../../../shared/model/commons.ts';
import type { HungSheet } from '../../document/commons-api.ts';

/** Sheets that hang together: under a theme sheet, or under none. */
export interface WallGroup {
  /** The theme sheet's id, or empty. */
  readonly id: string;
  readonly title: string;
  /** In the order in which they hang; a theme's own sheet first. */
  readonly sheets: readonly HungSheet[];
}

export interface Wall {
  readonly now: readonly WallGroup[];
  readonly earlier: readonly HungSheet[];
}

/**
 * How sheets hang: under their themes, now and earlier (hung there, or rounded off on the sheet itself). What no longer hangs is nowhere, and a sheet whose theme is gone hangs
 * without one. `words` keeps those whose title, or whose theme's, looks like it.
 */
export function arrangeWall(sheets: readonly HungSheet[], places: readonly WallPlace[], words = ''): Wall {
  const known = new Map(places.map((place) => [place.id, place]));
  const orderOf = ({ id }: HungSheet): number => known.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
  const sorted = [...sheets].sort((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1));
  const themes = new Map(sorted.flatMap((sheet) => (sheet.kind === 'theme' ? [[sheet.id, sheet] as const] : [])));
  const themeOf = ({ id, kind }: HungSheet): string => {
    if (kind === 'theme') return id;
    const under = known.get(id)?.under ?? '';
    const theme = themes.get(under);
    return theme && !isEarlier(theme) ? under : '';
  };
  const isEarlier = ({ id, roundedOff }: HungSheet): boolean => roundedOff !== '' || (known.get(id)?.earlier ?? false);
  const wanted = normalForm(words);
  const isWanted = (sheet: HungSheet): boolean =>
    wanted === '' || [sheet, themes.get(themeOf(sheet))].some((one) => one && normalForm(one.title).includes(wanted));
  const groups = new Map<string, HungSheet[]>([...themes.keys()].map((id) => [id, []]));
  groups.set('', []);
  const earlier: HungSheet[] = [];
  for (const sheet of sorted) {
    if (!isWanted(sheet)) continue;
    if (isEarlier(sheet)) earlier.push(sheet);
    else if (sheet.kind === 'theme') groups.get(sheet.id)?.unshift(sheet);
    else groups.get(themeOf(sheet))?.push(sheet);
  }
  const now = [...groups]
    .filter(([, hung]) => hung.length > 0)
    .map(([id, hung]) => ({ id, title: themes.get(id)?.title ?? '', sheets: hung }));
  return { now, earlier };
}

/** The order that puts a sheet between two others of a group it hangs in, or at an end of it. */
export function orderAt(group: readonly HungSheet[], places: readonly WallPlace[], sheet: string, at: number): number {
  const known = new Map(places.map(({ id, order }) => [id, order]));
  const others = group.filter(({ id }) => id !== sheet).map(({ id }) => known.get(id) ?? 0);
  const [before, after] = [others[at - 1], others[at]];
  if (before === undefined) return (after ?? 1) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}
