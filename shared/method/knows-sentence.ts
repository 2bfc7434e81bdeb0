import type { PositionLetter } from '../model/schema.ts';
import type { Standing } from './knows.ts';

/** The words that answers are made of, in a language. */
interface Words {
  readonly as: Readonly<Record<PositionLetter, string>>;
  readonly connector: string;
  readonly and: string;
  sentence(sheet: string, name: string, as: string, others: string, leadsTo: string): string;
}

const NL: Words = {
  as: { i: 'initiatiefnemer', p: 'partner', s: 'schakel', l: 'leverancier', g: 'gebruiker' },
  connector: 'schakel',
  and: 'en',
  sentence: (sheet, name, as, others, leadsTo) =>
    `Bij “${sheet}” stond “${name}”${as && ` als ${as}`}${others && `, verbonden met ${others}`}${leadsTo && `; vandaar kom je bij “${leadsTo}”`}.`,
};

const EN: Words = {
  as: { i: 'initiator', p: 'partner', s: 'connector', l: 'supplier', g: 'user' },
  connector: 'connector',
  and: 'and',
  sentence: (sheet, name, as, others, leadsTo) =>
    `At “${sheet}” stood “${name}”${as && ` as ${as}`}${others && `, tied to ${others}`}${leadsTo && `; it leads to “${leadsTo}”`}.`,
};

/** More others than this are not named in one sentence. */
const MOST_NAMED = 3;

/** Where something stands, with what, and to which cloth it leads (empty: to none), in one sentence. */
export function knowsSentence(standing: Standing, sheet: string, language: 'nl' | 'en', leadsTo: string = ''): string {
  const words = language === 'nl' ? NL : EN;
  const as = [...asOf(standing)].map((one) => (one === 'connector' ? words.connector : words.as[one]));
  const others = standing.with.slice(0, MOST_NAMED).map((other) => `“${unquoted(other)}”`);
  return words.sentence(
    unquoted(sheet),
    unquoted(standing.name),
    listed(as, words.and),
    listed(others, words.and),
    unquoted(leadsTo),
  );
}

/** As what it stands there: its positions, or that it is a connector. */
export function asOf({
  kind,
  positions,
}: Pick<Standing, 'kind' | 'positions'>): readonly (PositionLetter | 'connector')[] {
  return positions.length > 0 ? positions : kind === 'connector' ? ['connector'] : [];
}

/** What somebody says stands on a theme sheet between quotation marks already: in a sentence it gets one pair. */
function unquoted(words: string): string {
  return words.replace(/^[“”„"«]+|[“”"»]+$/g, '') || words;
}

function listed(parts: readonly string[], and: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
