import { compareCloths } from '../../../shared/method/compare.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Tie } from '../../../shared/model/snapshot.ts';
import type { Texts } from '../../i18n/nl.ts';

/** One difference in words; `id` is what it is about, and `past` says that it is only on the cloth of that time. */
export interface Line {
  readonly key: string;
  readonly id: string;
  readonly words: string;
  readonly past: boolean;
}

export interface LineGroup {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** What happened between a moment and now, in words, by kind; kinds of which there is nothing are left out. */
export function comparedLines(then: ClothSnapshot, now: ClothSnapshot, texts: Texts): LineGroup[] {
  const { compare: text, outline } = texts;
  const found = compareCloths(then, now);
  const named = (words: string) => words || outline.unnamed;
  const here = (id: string, words: string): Line => ({ key: `${id} ${words}`, id, words, past: false });
  const gone = (id: string, words: string): Line => ({ ...here(id, words), past: true });
  const endOf = (id: string, cloth: ClothSnapshot) =>
    id === INITIATIVE ? named(cloth.initiative) : named(byId(cloth.items).get(id)?.text ?? '');
  const tieIn = ({ from, to }: Tie, cloth: ClothSnapshot) => text.tie(endOf(from, cloth), endOf(to, cloth));
  const { initiative } = found;
  return [
    {
      title: text.renamed,
      lines: initiative ? [here(INITIATIVE, text.renamedTo(named(initiative.before), named(initiative.after)))] : [],
    },
    { title: text.added, lines: found.added.map((item) => here(item.id, named(item.text))) },
    { title: text.gone, lines: found.gone.map((item) => gone(item.id, named(item.text))) },
    {
      title: text.reworded,
      lines: found.reworded.map(({ item, before }) => here(item.id, text.wasCalled(named(before), named(item.text)))),
    },
    { title: text.tied, lines: found.tied.map((tie) => here(tie.id, tieIn(tie, now))) },
    { title: text.untied, lines: found.untied.map((tie) => gone(tie.id, tieIn(tie, then))) },
    { title: text.provedReal, lines: found.provedReal.map((tie) => here(tie.id, tieIn(tie, now))) },
    { title: text.onlyExpected, lines: found.onlyExpected.map((tie) => here(tie.id, tieIn(tie, now))) },
    {
      title: text.positions,
      lines: found.positions.map(({ item, gained, lost }) => {
        const news = [gained.length > 0 ? text.gained(gained) : '', lost.length > 0 ? text.lost(lost) : ''];
        return here(item.id, `${named(item.text)} ${news.filter(Boolean).join(', ')}`);
      }),
    },
  ].filter(({ lines }) => lines.length > 0);
}
