import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');
const list = listsOf('nl');

/** Texts of making a cloth alone first, and laying all of them together. */
export const togetherNl = {
  alone: {
    title: 'Eerst alleen, dan samen',
    close: 'Sluit eerst alleen, dan samen',
    short: 'Eerst alleen',
    shortHint: 'Ieder krijgt een eigen kleed. Daarna roep je iedereen terug en leg je alles samen.',
    who: 'Wie heeft al wat geschreven?',
    callBack: 'Roep iedereen terug',
    made: (n: number) => count(n, { one: '{n} ding', other: '{n} dingen' }),
    madeNothing: 'nog niets geschreven',
    onWall: (begun: number, of: number, things: number) =>
      begun === 0
        ? 'Ieder maakt nu een eigen kleed.'
        : `Ieder maakt nu een eigen kleed. ${begun} van de ${of} ${begun === 1 ? 'is' : 'zijn'} begonnen, met ${count(things, { one: '{n} ding', other: 'samen al {n} dingen' })}.`,
    intro: 'Ieder maakt eerst in alle rust een eigen kleed. Daarna leg je alles samen op deze tafel.',
    begin: 'Laat ieder alleen beginnen',
    beginning: 'De kleden worden neergelegd…',
    end: 'Roep iedereen terug aan tafel',
    now: 'Ieder werkt nu aan een eigen kleed.',
    nobody: 'Zodra er mensen aan tafel zitten, krijgt ieder een eigen kleed.',
    has: 'eigen kleed ligt klaar',
    hasNot: 'nog geen eigen kleed',
    link: 'Deel link',
    shareOf: (name: string) => `Deel link naar het eigen kleed van ${name}`,
    linkOf: (name: string) => `Link naar het eigen kleed van ${name}`,
    linkHint: 'Voor wie aan een ander apparaat zit, of deze pagina niet open heeft.',
    linkQr: (name: string) => `QR-code naar het eigen kleed van ${name}`,
    scan: 'Of scan',
    layTitle: 'Leg alles bij elkaar',
    layHint:
      'Wat ieder schreef komt aan de eigen kant van de tafel, de schakels komen rond het midden. Het mag vaker: alleen wat nieuw is komt erbij.',
    lay: 'Leg ze samen',
    laying: 'Alles wordt bij elkaar gelegd…',
    laid: (n: number, names: readonly string[]) =>
      names.length > 0
        ? `${count(n, { one: '{n} ding', other: '{n} dingen' })} erbij, van ${list(names)}.`
        : `${count(n, { one: '{n} ding', other: '{n} dingen' })} erbij.`,
    nothing: 'Er is nu niets nieuws om neer te leggen.',
    away: (n: number) =>
      count(n, {
        one: '{n} ding lag hier al eens en is weggehaald of samengevoegd. Dat blijft weg.',
        other: '{n} dingen lagen hier al eens en zijn weggehaald of samengevoegd. Die blijven weg.',
      }),
    again: 'Leg toch weer neer',
    undo: 'Maak ongedaan',
    doubles: (n: number) =>
      count(n, { one: 'Bekijk het paar dat op elkaar lijkt', other: 'Bekijk {n} paren die op elkaar lijken' }),
    mine: 'Je eigen kleed',
    write: 'Schrijf op wat erbij hoort, en zet er schakels bij. Straks leggen jullie alles samen.',
    read: 'Wie begeleidt, kan dit lezen.',
    over: 'De groep is weer samen aan tafel.',
    back: 'Terug naar de tafel',
    called: 'Kom terug aan tafel!',
    along: (seconds: number) =>
      `Wat je schreef is bewaard. Over ${count(seconds, { one: '{n} tel', other: '{n} tellen' })} ga je mee.`,
    goAlong: 'Ik kom',
    aMoment: 'Een momentje',
    known: 'je eigen kleed',
  },
};
