/** What who leads may do with the tablecloth itself. */
export const manageNl = {
  manage: {
    title: 'Beheer het tafelkleed',
    seats: 'Plekken',
    seatsHint:
      'Tik op een plek om de naam te veranderen, haar vrij te geven, samen te voegen of weg te halen. Met ongedaan maken komt alles terug.',
    addSeat: 'Zet een plek bij',
    unnamed: 'Lege plek',
    states: {
      here: (words: number) => (words > 0 ? `hier, ${words} ingrediënten` : 'hier'),
      away: (words: number) => (words > 0 ? `nu niet hier, ${words} ingrediënten` : 'nu niet hier'),
      expected: (words: number) => (words > 0 ? `verwacht, ${words} ingrediënten` : 'verwacht'),
      free: () => 'vrij',
    },
    claimed: (name: string) => `Iemand op een ander apparaat zegt ${name} te zijn en vraagt om deze plek.`,
    giveToOther: 'Geef de plek aan dat apparaat',
    nameOf: 'Naam van deze plek',
    rename: 'Wijzig naam',
    giveAway: 'Geef de plek vrij',
    mergeInto: 'Voeg samen met…',
    merge: 'Voeg samen',
    removeSeat: 'Haal de plek weg',
    removeKeepingWords: (words: number) =>
      `Haal de plek weg (${words === 1 ? 'het ingrediënt blijft' : `${words} ingrediënten blijven`} liggen)`,
    close: 'Sluiten na de sessie',
    closeHint:
      'Iedereen kan blijven kijken en het mee naar huis nemen; schrijven kan alleen wie begeleidt. Openen kan altijd weer.',
    closeNow: 'Sluit het tafelkleed',
    links: 'Links vervangen',
    linksHint: 'Kwam een link bij de verkeerde mensen? Een nieuwe maakt dat de oude niet meer werkt.',
    linkOf: (role: string) => `Link van wie ${role}`,
    replaceSure: {
      participant:
        'Alle deelnemers gaan van het kleed af, ook wie nu schrijft, en de code werkt niet meer. Zij hebben daarna de nieuwe link nodig.',
      viewer: 'Gedeelde schermen en meekijkers gaan van het kleed af. Open ze daarna met de nieuwe link.',
      facilitator: 'Alle andere begeleiders gaan van het kleed af. Dit apparaat gaat verder met de nieuwe link.',
    },
    replace: 'Vervang de link',
    replaced: 'De oude link werkt niet meer. De nieuwe staat bij Uitnodigen.',
    leave: 'Laat het zo',
    remove: 'Voorgoed verwijderen',
    removeHint: 'Neem het kleed eerst mee naar huis, als je het wilt bewaren.',
    removeSure: (items: number) =>
      `Weg zijn dan: ${items === 1 ? 'het ene ding' : `alle ${items} dingen`} op het kleed, de momenten, de kleden die mensen alleen maakten, en alle links. Voor iedereen, en voorgoed.`,
    removeNow: 'Verwijder voorgoed',
  },
};
