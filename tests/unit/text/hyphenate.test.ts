import { hyphenateSync } from 'hyphen/nl';
import { expect, test } from 'vitest';
import { syllableBreaks } from '../../../shared/text/hyphenate.ts';

/** What people call each other and their ideas round a school: long enough to be broken. */
const WORDS =
  `kwaliteitsmedewerker opleidingsschool leerlingbegeleider onderwijsassistent medezeggenschapsraad examencommissie
  systeembeheerder vakgroepvoorzitter ontwikkelingsmaatschappij schoolbibliotheek literatuuronderwijs leesplezier
  boekenlijst filmmateriaal samenwerkingsverband praktijkopleider docentenkamer teamleider bovenbouwcoördinator
  studieloopbaanbegeleider wetenschapsknooppunt personeelsvergadering ouderbetrokkenheid burgerschapsonderwijs
  differentiatie taalontwikkelingsstoornis mentorgesprekken werkvormen beoordelingsmodel projectgroep
  theatervoorstelling podiumkunsten natuurwetenschappen maatschappijleer schoolplein verkeersveiligheid
  gezondheidsbevordering jongerenwerker buurtvereniging wijkagent vrijwilligersorganisatie cultuurcoördinator
  jeugdgezondheidszorg onderzoeksvraag leesbevordering schrijfwedstrijd voorleesontbijt dichtersavond`.split(/\s+/);

/** Where a dictionary's patterns allow a break. */
function breaksOf(word: string): number[] {
  const parts = hyphenateSync(word, { hyphenChar: '|', minWordLength: 5 }).split('|');
  let at = 0;
  return parts.slice(0, -1).map((part: string) => (at += part.length));
}

test('nearly every syllable that words are broken behind is one for a dictionary of patterns too', () => {
  const made = WORDS.flatMap((word) => syllableBreaks(word).map((at) => ({ word, at })));
  const wrong = made.filter(({ word, at }) => !breaksOf(word).includes(at));
  expect(made.length).toBeGreaterThan(WORDS.length * 1.5);
  expect(
    wrong.length / made.length,
    wrong.map(({ word, at }) => `${word.slice(0, at)}-${word.slice(at)}`).join(' '),
  ).toBeLessThan(0.1);
});

test('each long word has a place to be broken at, with three letters on either side', () => {
  for (const word of WORDS) {
    const breaks = syllableBreaks(word);
    expect(breaks, word).not.toEqual([]);
    for (const at of breaks) expect(Math.min(at, word.length - at)).toBeGreaterThanOrEqual(3);
  }
});

test.each(['', 'a', 'rhythm', '読書', '123456', 'שלום', 'zzzzzz'])('%j has no syllables to break behind', (word) => {
  expect(syllableBreaks(word)).toEqual([]);
});
