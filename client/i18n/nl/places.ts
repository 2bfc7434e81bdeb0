import { pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');

/** Texts outside the cloth: home, join, arriving, and the pages for when something is not there. */
export const placesNl = {
  home: {
    question: 'Waar willen jullie mee aan de slag?',
    initiativeName: 'Naam van het initiatief',
    initiativeHint: 'Mag ook later',
    create: 'Nieuw tafelkleed',
    creating: 'Even dekken…',
    example: 'Bekijk het voorbeeld',
    exampleHint: 'Leesplezier: een compleet tafelkleed om in te neuzen',
    join: 'Meedoen met een code',
    joinHint: 'Zeven tekens, van het gedeelde scherm',
    openFile: 'Open een bestand',
    openFileHint: 'Een bewaard tafelkleed; slepen naar deze pagina mag ook',
    showAll: (n: number) => `Toon alle ${n} tafelkleden`,
    today: (time: string) => `vandaag ${time}`,
    mine: 'Jouw tafelkleden',
    mineHint: 'Op dit apparaat geopend',
    open: 'Open',
    untitled: 'Nog zonder naam',
    forget: (title: string) => `Vergeet “${title}”`,
    forgotten: (title: string) => `“${title}” staat niet meer in deze lijst.`,
    forgetWaiting: (n: number) =>
      count(n, {
        one: 'Er is nog één wijziging die alleen op dit apparaat staat. Open het kleed eerst met internet.',
        other: 'Er zijn nog {n} wijzigingen die alleen op dit apparaat staan. Open het kleed eerst met internet.',
      }),
    forgetUndo: 'Zet terug',
    roles: { facilitator: 'je begeleidt', participant: 'je doet mee', viewer: 'je kijkt mee' },
    gone: 'niet meer op de server',
    howTitle: 'Zo werkt het',
    how: [
      'Leg het initiatief in het midden.',
      'Ieder schrijft aan de rand wat erbij betrokken is.',
      'Zoek de schakels en trek de lijnen.',
    ],
    samples: [
      'boekenlijst',
      'Gemma',
      'filmmateriaal',
      'proefles',
      'eerst leesplezier',
      'Thomas',
      'vakcommunity',
      'Heleen',
    ],
    sampleInitiative: 'leesplezier',
    install: 'Zet Tafelkleed op dit apparaat',
    installByHand: 'Tafelkleed op dit apparaat? Tik op het deelknopje van Safari en kies “Zet op beginscherm”.',
    plainHttp:
      'Dit adres begint met http. Samen werken en bewaren gaat hier gewoon. Wat hier niet kan: een kleed openen als de server weg is, Tafelkleed op het apparaat zetten en een plaatje kopiëren. Met https kan dat wel.',
  },
  join: {
    title: 'Schuif aan',
    code: 'Code van zeven tekens',
    hint: 'De code staat op het gedeelde scherm. Hoofdletters of spaties maken niet uit.',
    submit: 'Meedoen',
    submitting: 'Zoeken…',
    tooShort: (missing: number) => `Nog ${missing} te gaan: een code heeft zeven tekens.`,
    tooLong: (more: number) =>
      `Dat ${more === 1 ? 'is één teken' : `zijn ${more} tekens`} te veel: een code heeft er zeven.`,
    foreign: (letters: string) => `Dit komt in geen code voor: ${letters}. Kijk nog eens op het scherm.`,
    back: 'Terug naar het begin',
  },
  arrival: {
    isItYou: (name: string) => `Ben jij ${name}?`,
    isItYouHint: (name: string) =>
      `${name} heeft al een plek, op een ander apparaat. Ben jij dat, dan ga je daar verder.`,
    takeSeat: 'Ja, neem mijn plek',
    another: (name: string) => `Nee, ik ben een andere ${name}`,
    otherNameInstead: 'Vul een andere naam in',
    waiting: (name: string) =>
      `Er zit nu iemand op de plek van ${name}. Daar is gevraagd of jij het bent. Wie begeleidt kan het ook regelen.`,
    refused: (name: string) =>
      `Daar zit ${name} zelf. Vraag wie begeleidt, of schuif aan onder een naam die jullie uit elkaar houdt.`,
    claimed: (name: string) => `Iemand op een ander apparaat zegt ${name} te zijn. Ben je van apparaat gewisseld?`,
    giveSeat: 'Ja, ik ga daar verder',
    keepSeat: 'Nee, ik zit hier',
  },
};
