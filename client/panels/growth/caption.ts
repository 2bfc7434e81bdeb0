import { type Growth, type Shot, saidSince } from '../../../shared/method/growth.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import type { Texts } from '../../i18n/nl.ts';

/** Of what comes at once this many are named. */
const NAMED = 3;
/** A word is named with no more than this of it, characters. */
const WORDS = 40;

/** What happens in a shot, in words: the step it belongs to, and what is laid. */
export function captionOf(growth: Growth, { still }: Shot, { growth: text, moments }: Texts): string {
  const stretch = growth.stretches[still.stretch];
  if (!stretch) return '';
  if (still.whole) {
    const { contacts, positions } = saidSince(growth, still.stretch);
    return [
      stretch.name === null ? text.now : text.moment(stretch.name || moments.unnamed),
      ...(contacts.length > 0 ? [text.contacts(contacts.length)] : []),
      ...(positions.length > 0 ? [text.positions(positions.length)] : []),
    ].join(' · ');
  }
  if (still.came.length === 0) return text.begin;
  const { cloth } = stretch;
  const [items, ties] = [byId(cloth.items), byId(cloth.ties)];
  const nameOf = (id: string) => short(id === INITIATIVE ? cloth.initiative : (items.get(id)?.text ?? ''));
  const laid = still.came.map((id) => {
    const tie = ties.get(id);
    return tie ? `${nameOf(tie.from)} – ${nameOf(tie.to)}` : nameOf(id);
  });
  const last = still.came.at(-1) ?? '';
  const kind = items.get(last)?.kind ?? 'tie';
  const more = laid.length - NAMED;
  const words = laid.slice(0, NAMED).join(' · ');
  return `${text.steps[kind]}: ${words}${more > 0 ? ` ${text.more(more)}` : ''}`;
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > WORDS ? `${line.slice(0, WORDS - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
