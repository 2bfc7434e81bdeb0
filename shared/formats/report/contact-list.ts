import { type Card, cardsOf } from '../../method/contact-cards.ts';
import type { ClothSnapshot } from '../../model/snapshot.ts';
import type { Language } from '../../text/language.ts';
import type { Table } from '../table.ts';
import { type Day, dayIn } from './day.ts';
import { wordsOf } from './words.ts';

/** A talk that a group wants to have: who goes to whom, with whom, when, and with which story. */
export interface Contact {
  readonly id: string;
  /** The connector, as people called it. */
  readonly whom: string;
  /** Who goes, as people wrote it; '' for not said. */
  readonly who: string;
  /** Who else is invited in the same group. */
  readonly together: readonly string[];
  readonly when: string;
  /** The day that is named in `when`, if one is. */
  readonly day: Day | null;
  /** How far it has come, in words; '' for not begun. */
  readonly state: string;
  readonly story: string;
  /** What the talk is fed by: the ingredients that the connector is tied to. */
  readonly ingredients: readonly string[];
}

export interface ContactChoice {
  readonly language: Language;
  /** Whether the own stories go along. */
  readonly stories: boolean;
  /** ms since the epoch: a day without a year is the next such day. */
  readonly now: number;
}

/** A contact for every connector, in the order they came on the cloth. */
export function contactsOf(cloth: ClothSnapshot, choice: ContactChoice): Contact[] {
  return cardsOf(cloth).map((card) => contactOf(card, choice));
}

function contactOf({ connector, ingredients, company }: Card, { language, stories, now }: ContactChoice): Contact {
  const { contacts: words } = wordsOf(language);
  const { id, text, contactBy, contactWhen, contacted, story } = connector;
  return {
    id,
    whom: text || words.unnamed,
    who: contactBy,
    together: company.map((other) => other.text || words.unnamed),
    when: contactWhen,
    day: dayIn(contactWhen, now),
    state: contacted === null ? '' : words.states[contacted],
    story: stories ? story : '',
    ingredients: ingredients.map((item) => item.text),
  };
}

/** The contact list as a table, for a spreadsheet or to send round. */
export function contactTable(contacts: readonly Contact[], language: Language): Table {
  const { contacts: words } = wordsOf(language);
  const { columns } = words;
  return {
    name: words.title,
    head: [
      columns.whom,
      columns.who,
      columns.together,
      columns.when,
      columns.state,
      columns.story,
      columns.ingredients,
    ],
    rows: contacts.map(({ whom, who, together, when, state, story, ingredients }) => [
      whom,
      who,
      together.join(', '),
      when,
      state,
      story,
      ingredients.join(', '),
    ]),
  };
}
