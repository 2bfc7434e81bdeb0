import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import type { Texts } from '../../i18n/nl.ts';
import type { OutlineTexts } from './nl.ts';
import type { Row } from './rows.ts';

/** All that rows are put in words with: the page's texts, and what the things on the cloth are called. */
export interface InWords {
  readonly page: Texts;
  readonly own: OutlineTexts;
  readonly snapshot: ClothSnapshot;
}

/** What a thing is called. Words that are hidden are counted, and never read out as the bars they are drawn as. */
export function thingWords(
  { text, masked }: Pick<Item, 'text' | 'masked'>,
  { page, own }: Pick<InWords, 'page' | 'own'>,
): string {
  if (masked) return own.hidden(text.split(/\s+/u).filter(Boolean).length);
  return isBlank(text) ? page.outline.unnamed : text;
}

/** What stands at an end of a tie is called. */
export function endWords(id: string, about: InWords): string {
  if (id === INITIATIVE) return about.page.outline.theInitiative;
  const item = byId(about.snapshot.items).get(id);
  return item ? thingWords(item, about) : about.page.outline.unnamed;
}

/** The words of a row: what one sees, and what letters are sought in. */
export function wordsOfRow(row: Row, about: InWords): string {
  const { page, own, snapshot } = about;
  switch (row.kind) {
    case 'initiative':
      return snapshot.initiative || page.top.untitled;
    case 'connectors':
      return page.outline.connectors(row.count);
    case 'edge': {
      const { seat, number, box } = row.edge;
      if (box) return page.themeSheet.boxes[box];
      return seat ? seat.name || page.outline.freeSeat(number) : own.middle;
    }
    case 'thing':
      return thingWords(row.entry.item, about);
    case 'tie':
      return endWords(row.tie.other, about);
  }
}

/** What a screen reader calls a row: its words, and its positions in words. */
export function nameOfRow(row: Row, about: InWords): string {
  const { page, own } = about;
  const words = wordsOfRow(row, about);
  switch (row.kind) {
    case 'initiative': {
      const what = about.snapshot.meta.kind === 'theme' ? page.outline.theme : page.outline.initiative;
      return `${words}, ${what.toLocaleLowerCase()}`;
    }
    case 'edge':
      return `${row.edge.seat ? own.edgeOf(words) : words}, ${page.outline.ingredients(row.edge.ingredients.length)}`;
    case 'thing':
      return [words, ...row.entry.item.positions.map((letter) => page.positions[letter].name)].join(', ');
    case 'tie':
      return row.tie.tie.expected ? own.tiedExpected(words) : own.tied(words);
    default:
      return words;
  }
}

/** What else there is to know of a row: what was meant, what was asked, the conversation, who wrote it; '' for nothing. */
export function descriptionOfRow(row: Row, { page, own }: Pick<InWords, 'page' | 'own'>): string {
  if (row.kind !== 'thing') return '';
  const { item, ties } = row.entry;
  const contact = [
    item.contacted && page.contacts[item.contacted],
    item.contactBy && own.by(item.contactBy),
    item.contactWhen,
    item.approach && (item.approach === 'alone' ? page.contacts.alone : page.contacts.group),
    item.story && page.contacts.withStory,
  ].filter(Boolean);
  return [
    item.masked && own.wordsHidden,
    item.clarification && own.meant(item.clarification),
    item.asked && own.asked,
    contact.length > 0 && own.conversation(contact.join(', ')),
    ties.length === 0 && page.outline.untied,
    item.by && own.writtenBy(item.by),
  ]
    .filter(Boolean)
    .join('. ');
}

/** What a thing is tied to, in a line for who sees it. */
export function tiedLine(row: Row, about: InWords): string {
  if (row.kind !== 'thing') return '';
  const { page } = about;
  const names = row.entry.ties.map(({ tie, other }) => {
    const name = endWords(other, about);
    return tie.expected ? page.outline.expected(name) : name;
  });
  return names.length > 0 ? page.outline.tiedTo(names) : page.outline.untied;
}
