import { nanoid } from 'nanoid';
import { type Change, transact } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readSnapshot } from '../document/read.ts';
import { type BoxId, placeInBox } from '../layout/boxes.ts';
import type { KnownCloth, KnownName } from '../method/known-cloth.ts';
import { markerSet } from '../method/markers.ts';
import { isBlank } from '../text/clean-text.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { addItems, setLeadsTo } from './items.ts';

/**
 * Lays on a theme sheet what a cloth knows: a slip with its name that leads to it among the initiatives, its connectors where
 * the network is written and its ingredients among the ideas, in their writers' colours. `now` in ms since the epoch.
 */
export function beginTheme(cloth: ClothDoc, known: KnownCloth, measure: TextMeasure, now: number): Change[] {
  const own: KnownName = { text: known.name, colour: markerSet(0)[0], by: '' };
  const slips: readonly (readonly [BoxId, readonly KnownName[]])[] = [
    ['initiatives', isBlank(known.name) ? [] : [own]],
    ['network', known.connectors],
    ['ideas', known.ingredients],
  ];
  let laid = 0;
  return transact(cloth, () =>
    slips.flatMap(([box, names]) => {
      const texts = names.map(({ text }) => text);
      const places = placeInBox(readSnapshot(cloth), box, texts, measure);
      return names.flatMap((name, nth) => {
        const pos = places[nth];
        if (!pos) return [];
        const id = nanoid();
        const slip = { ...name, id, pos, kind: 'ingredient', seat: null, createdAt: now + laid++ } as const;
        const changes = addItems(cloth, [slip]);
        return name === own ? [...changes, ...setLeadsTo(cloth, id, known.id)] : changes;
      });
    }),
  );
}
