import type { manageNl } from '../nl/manage.ts';

export const manageEn: typeof manageNl = {
  manage: {
    title: 'Manage the tablecloth',
    seats: 'Seats',
    seatsHint:
      'Press a seat to change its name, give it away, merge it or take it from the table. Undo brings everything back.',
    addSeat: 'Add a seat',
    unnamed: 'Empty seat',
    states: {
      here: (words: number) => (words > 0 ? `here, ${words} ingredients` : 'here'),
      away: (words: number) => (words > 0 ? `not here now, ${words} ingredients` : 'not here now'),
      expected: (words: number) => (words > 0 ? `expected, ${words} ingredients` : 'expected'),
      free: () => 'free',
    },
    claimed: (name: string) => `Someone on another device says they are ${name} and asks for this seat.`,
    giveToOther: 'Give the seat to that device',
    nameOf: 'Name of this seat',
    rename: 'Change name',
    giveAway: 'Give the seat away',
    mergeInto: 'Merge with…',
    merge: 'Merge',
    removeSeat: 'Take the seat away',
    removeKeepingWords: (words: number) =>
      `Take the seat away (${words === 1 ? 'the ingredient stays' : `${words} ingredients stay`})`,
    close: 'Closing after the session',
    closeHint: 'Everyone can go on looking and take it home; only who leads writes. It can always be opened again.',
    closeNow: 'Close the tablecloth',
    links: 'Replacing links',
    linksHint: 'Did a link reach the wrong people? With a new one the old one stops working.',
    linkOf: (role: string) => `Link of who ${role}`,
    replaceSure: {
      participant:
        'All participants leave the cloth, also who is writing now, and the code stops working. They need the new link after that.',
      viewer: 'Shared screens and viewers leave the cloth. Open them with the new link after that.',
      facilitator: 'All others who lead leave the cloth. This device goes on with the new link.',
    },
    replace: 'Replace the link',
    replaced: 'The old link no longer works. The new one is under Invite.',
    leave: 'Leave it',
    remove: 'Delete for good',
    removeHint: 'Take the cloth home first, if you want to keep it.',
    removeSure: (items: number) =>
      `This removes ${items === 1 ? 'the one thing' : `all ${items} things`} on the cloth, the moments, the cloths people made alone, and all links. For everyone, and for good.`,
    removeNow: 'Delete for good',
  },
};
