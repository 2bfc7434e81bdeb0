import { named } from '../../method/named.ts';
import type { ClothSnapshot } from '../../model/snapshot.ts';
import { reportOf } from '../report/report.ts';
import { type Told, toldPath, toldReport } from '../report/told.ts';
import { wordsOf } from '../report/words.ts';
import { pathTexts } from './path-words.ts';
import type { PictureChoice } from './pictures.ts';

/** What a picture shows, in words, people called as was chosen. */
export function toldOf(cloth: ClothSnapshot, { language, now, part, page }: PictureChoice): Told {
  const called = named(cloth, page.names);
  if (part.of !== 'path') return toldReport(reportOf(called, { language, now, stories: false }));
  const name = called.initiative || called.meta.title || wordsOf(language).untitled;
  return toldPath(called, name, pathTexts(language), language);
}
