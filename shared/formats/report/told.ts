import { STONES } from '../../model/schema.ts';
import type { ClothSnapshot } from '../../model/snapshot.ts';
import type { PathTexts } from '../../scene/path-leaf.ts';
import { FIRST_STRETCH } from '../../scene/path-leaf.ts';
import type { Language } from '../../text/language.ts';
import type { Report } from './report.ts';
import { wordsOf } from './words.ts';

export interface ToldLine {
  readonly as: 'H1' | 'H2' | 'H3' | 'P';
  readonly text: string;
}

/** What is on a page in words: in one go for who does not see the page, and line by line to stand after it for everyone. */
export interface Told {
  readonly language: Language;
  readonly title: string;
  readonly inOneGo: string;
  readonly lines: readonly ToldLine[];
}

const says = ({ text }: ToldLine) => text.trim() !== '';

/** A cloth or theme sheet, as its report has it. */
export function toldReport(report: Report): Told {
  const { language, title, of, connectors, groups } = report;
  const words = wordsOf(language);
  const parts = connectors.map(({ name, ingredients }) =>
    [name, ...ingredients.map(({ words: said }) => said)].join(', '),
  );
  const others = groups.map(({ name, ingredients }) => `${name}: ${ingredients.map((part) => part.words).join(', ')}`);
  const inOneGo = [`${words.of[of].kind}: ${title}`, ...parts, ...others].join('. ');
  return { language, title, inOneGo, lines: linesOf(report).filter(says) };
}

function linesOf(report: Report): readonly ToldLine[] {
  const words = wordsOf(report.language);
  const about = [words.of[report.of].kind, report.date, report.people.join(', ')].filter(Boolean).join(' – ');
  const connectors = report.connectors.flatMap(({ name, positions, ingredients, others, meant }): ToldLine[] => {
    const tied = others.map((other) => other.name + (other.expected ? ` (${words.expected})` : ''));
    return [
      { as: 'H3', text: [name, positions.join(', ')].filter(Boolean).join(' – ') },
      { as: 'P', text: meant },
      { as: 'P', text: tied.length > 0 ? `${words.through} ${tied.join(', ')}` : '' },
      ...ingredients.map(
        (part): ToldLine => ({
          as: 'P',
          text: `• ${part.words} (${part.place}${part.expected ? `, ${words.expected}` : ''})`,
        }),
      ),
    ];
  });
  const groups = report.groups.flatMap(({ name, ingredients }): ToldLine[] => [
    { as: 'H3', text: name },
    ...ingredients.map((part): ToldLine => ({ as: 'P', text: `• ${part.words} (${part.place})` })),
  ]);
  const questions = report.questions?.map((question): ToldLine => ({ as: 'P', text: `• ${question}` }));
  const asked: readonly ToldLine[] = questions
    ? [
        { as: 'H2', text: words.questions },
        ...(questions.length > 0 ? questions : [{ as: 'P', text: words.noQuestions } as const]),
      ]
    : [];
  return [
    { as: 'H1', text: report.title },
    { as: 'P', text: about },
    { as: 'H2', text: words.of[report.of].contents },
    ...connectors,
    ...groups,
    ...asked,
  ];
}

/** The path on a cloth's back: where one is, stone by stone what was noted there, and what was agreed. */
export function toldPath(
  { path }: Pick<ClothSnapshot, 'path'>,
  name: string,
  texts: PathTexts,
  language: Language,
): Told {
  const title = texts.titleOf(name);
  const at = path?.at ?? null;
  const stones = STONES.map((stone): readonly ToldLine[] => [
    { as: 'H3', text: `${stone}. ${texts.stones[stone]}${stone === at ? ` – ${texts.here}` : ''}` },
    ...(path?.notes ?? [])
      .filter((note) => note.stone === stone && note.words.trim() !== '')
      .map(({ words }): ToldLine => ({ as: 'P', text: `• ${words}` })),
  ]);
  const agreed: readonly ToldLine[] = [
    { as: 'P', text: path?.carriedBy ? `${texts.carriedBy} ${path.carriedBy}` : '' },
    { as: 'P', text: path?.finishedWhen ? `${texts.finishedWhen} ${path.finishedWhen}` : '' },
    { as: 'P', text: path?.roundedOff ? texts.roundedOffOn(path.roundedOff) : '' },
  ];
  const here = at === null ? [] : [`${texts.here}: ${at}. ${texts.stones[at]}`];
  const lines: readonly ToldLine[] = [
    { as: 'H1', text: title },
    ...agreed,
    { as: 'H2', text: texts.first },
    ...stones.slice(0, FIRST_STRETCH).flat(),
    { as: 'H2', text: texts.second },
    ...stones.slice(FIRST_STRETCH).flat(),
  ];
  return { language, title, inOneGo: [title, ...here].join('. '), lines: lines.filter(says) };
}
