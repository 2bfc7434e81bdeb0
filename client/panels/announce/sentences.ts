import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item, type Tie } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import type { Texts } from '../../i18n/nl.ts';
import type { Difference } from './differences.ts';
import type { AnnounceTexts } from './nl.ts';

/** Up to so many things are named; more are counted. */
const NAMED = 3;

export interface Saying {
  readonly page: Texts;
  readonly own: AnnounceTexts;
  /** The cloth before and after: what is gone is only in the first. */
  readonly before: ClothSnapshot;
  readonly after: ClothSnapshot;
}

type OfItem = Extract<Difference, { readonly item: Item }>;
type OfTie = Extract<Difference, { readonly tie: Tie }>;

/** What this person did, with its result; '' for what needs no saying, such as the letters they type themselves. */
export function ownSentence(differences: readonly Difference[], about: Saying): string {
  const { own } = about;
  const groups = new Map<string, Difference[]>();
  for (const each of differences) {
    if (each.what === 'written' || each.what === 'clarified' || each.what === 'initiative') continue;
    const key = [each.what, 'letter' in each && each.letter, 'seat' in each && each.seat].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => oneSentence(group, about)).join('. ') || named(differences, about, own);
}

function named(differences: readonly Difference[], { after }: Saying, own: AnnounceTexts): string {
  return differences.some(({ what }) => what === 'initiative') && !isBlank(after.initiative)
    ? own.named(after.initiative)
    : '';
}

function oneSentence(group: readonly Difference[], about: Saying): string {
  const { own, page, after } = about;
  const [first] = group;
  if (!first) return '';
  if ('tie' in first) {
    const ties = group.filter((each): each is OfTie => 'tie' in each);
    return own[first.what](ties.length === 1 ? endsOf(first.tie, about) : own.ties(ties.length));
  }
  if (!('item' in first)) return '';
  const names = namesOf(
    group.filter((each): each is OfItem => 'item' in each).map(({ item }) => item),
    about,
  );
  switch (first.what) {
    case 'edge': {
      const seat = after.seats.find(({ id }) => id === first.seat);
      return seat
        ? own.edge(names, seat.name || page.outline.freeSeat(after.seats.indexOf(seat) + 1))
        : own.toMiddle(names);
    }
    case 'kind':
      return own.kind(names, first.item.kind);
    case 'given':
    case 'taken':
      return own[first.what](names, page.positions[first.letter].name);
    default:
      return own[first.what](names);
  }
}

/**
 * What the others did in a while, in one sentence. While words are hidden (`counts`) it says how much, and never what.
 */
export function othersSentence(differences: readonly Difference[], about: Saying, counts: boolean): string {
  const { own } = about;
  const items = (...what: readonly Difference['what'][]) =>
    differences.flatMap((each) => ('item' in each && what.includes(each.what) ? [each.item] : []));
  const ties = (what: 'tied' | 'untied') => differences.flatMap((each) => (each.what === what ? [each.tie] : []));
  const say = (things: readonly Item[], words: (names: string) => string, count: (n: number) => string) => {
    const unique = [...new Map(things.map((item) => [item.id, item])).values()];
    if (unique.length === 0) return '';
    return counts || unique.length > NAMED ? count(unique.length) : words(namesOf(unique, about));
  };
  const added = items('added');
  const isNew = new Set(added.map(({ id }) => id));
  const changed = differences.flatMap((each) =>
    'item' in each && !['added', 'removed'].includes(each.what) && !isNew.has(each.item.id) ? [each.item] : [],
  );
  const expected = differences.flatMap((each) => (each.what === 'expected' || each.what === 'real' ? [each] : []));
  const [tied, untied] = [ties('tied'), ties('untied')];
  const [only] = tied;
  const writers = [...new Set(added.map(({ by }) => by).filter(Boolean))];
  const parts = [
    say(added, own.added, own.others.added),
    say(items('removed'), own.removed, own.others.removed),
    tied.length === 1 && only && !counts
      ? own.tied(endsOf(only, about))
      : tied.length > 0 && own.others.tied(tied.length),
    untied.length > 0 && own.others.untied(untied.length),
    ...expected.map(({ what, tie }) => own[what](endsOf(tie, about))),
    say(changed, own.others.changed, (n) => own.others.changed(own.things(n))),
    named(differences, about, own),
  ].filter(Boolean);
  if (parts.length === 0) return '';
  const by = writers.length > 0 && writers.length <= NAMED ? `${own.others.by(own.list(writers))}. ` : '';
  return `${by}${parts.join('. ')}.`;
}

export function namesOf(items: readonly Item[], about: Saying): string {
  const { own } = about;
  return items.length > NAMED ? own.things(items.length) : own.list(items.map((item) => nameOf(item, about)));
}

function nameOf({ text, masked }: Item, { page, own }: Saying): string {
  if (masked) return own.hidden(text.split(/\s+/u).filter(Boolean).length);
  return isBlank(text) ? page.outline.unnamed : text;
}

function endsOf({ from, to }: Tie, about: Saying): string {
  const { page, before, after } = about;
  return [from, to]
    .map((id) => {
      if (id === INITIATIVE) return page.outline.theInitiative;
      const item = byId(after.items).get(id) ?? byId(before.items).get(id);
      return item ? nameOf(item, about) : page.outline.unnamed;
    })
    .join(', ');
}
