import type { Attendee } from '../../document/cloth-session.ts';

/**
 * Who is at the table besides whoever has this seat. Somebody who has the cloth open twice, in two tabs or on two
 * devices, sits at one seat and is one person: of their pages the one that may most stands for them.
 */
export function othersAt(present: readonly Attendee[], own: string | null): Attendee[] {
  const bySeat = new Map<string | number, Attendee>();
  for (const attendee of present) {
    if (attendee.seat !== null && attendee.seat === own) continue;
    const place = attendee.seat ?? attendee.id;
    if (!bySeat.has(place) || attendee.role === 'facilitator') bySeat.set(place, attendee);
  }
  return [...bySeat.values()];
}

/** Of these, the people: a shared screen looks on, and is nobody. */
export function peopleOf(present: readonly Attendee[]): Attendee[] {
  return present.filter(({ role }) => role !== 'viewer');
}

/** How many things each of those who work alone has made so far, by seat; who has made nothing is not among them. */
export function madeAlone(present: readonly Attendee[]): ReadonlyMap<string, number> {
  return new Map(present.flatMap(({ seat, made }) => (seat !== null && made ? [[seat, made]] : [])));
}

/** The same in the order of their names, so that one finds somebody; who has none comes last. */
export function byName(people: readonly Attendee[], language: string): Attendee[] {
  const order = new Intl.Collator(language);
  return [...people].sort((a, b) => Number(a.name === '') - Number(b.name === '') || order.compare(a.name, b.name));
}
