import type { PositionLetter } from '../../../shared/cloth/schema.ts';
import { listsOf, pluralsOf } from '../plural.ts';

const count = pluralsOf('nl');
const list = listsOf('nl');

/** What the positions are called in a running sentence. */
const POSITIONS: Readonly<Record<PositionLetter, string>> = {
  i: 'initiatiefnemer',
  p: 'partner',
  s: 'schakel',
  l: 'leverancier',
  g: 'gebruiker',
};
const positions = (letters: readonly PositionLetter[]) => list(letters.map((letter) => POSITIONS[letter]));

/** Texts of looking back at moments, of likely doubles, and of laying together what was made alone. */
export const momentsNl = {
  moments: {
    title: 'Momenten',
    close: 'Sluit momenten',
    intro:
      'Een tafelkleed is een momentopname van een levend netwerk. Geef dit moment een naam om later terug te kijken.',
    none: 'Nog geen momenten bewaard.',
    name: 'Naam van dit moment',
    nameHint: 'bijvoorbeeld: na de studiedag',
    keep: 'Bewaar dit moment',
    kept: (name: string) => `“${name}” is bewaard.`,
    tooMany: (most: number) => `Er zijn al ${most} momenten. Vergeet er eerst een; er ging niets verloren.`,
    tooLarge: 'Dit tafelkleed is te groot om als moment te bewaren. Neem het mee als bestand.',
    unreadable: 'Dit moment is niet meer te lezen.',
    writtenBy: (when: string, name: string) => (name ? `${when}, door ${name}` : when),
    unnamed: 'Moment zonder naam',
    rename: 'Naam',
    more: (name: string) => `Meer over “${name}”`,
    forget: 'Vergeet',
    forgotten: (name: string) => `“${name}” is vergeten.`,
    undo: 'Zet terug',
    hidden: 'Terugkijken kan weer zodra de woorden onthuld zijn.',
    lookBack: 'Kijk terug',
    asItWas: 'Zoals het was:',
    backToNow: 'Terug naar nu',
    compare: 'Vergelijk met nu',
    backToList: 'Alle momenten',
    since: (name: string) => `Sinds “${name}”`,
    copy: 'Herstel als kopie',
    copying: 'De kopie wordt gelegd…',
    copied: 'De kopie ligt klaar op een eigen tafelkleed.',
    openCopy: 'Open de kopie',
  },
  compare: {
    same: 'Er is sindsdien niets veranderd.',
    intro: 'Druk op een regel om het op het tafelkleed te zien.',
    renamed: 'In het midden',
    renamedTo: (before: string, after: string) => `Van “${before}” naar “${after}”`,
    added: 'Nieuw',
    onCloth: 'Bekijk op het kleed',
    legend: 'Wat er veranderde',
    done: 'Klaar met vergelijken',
    inWords: 'In woorden',
    marks: {
      added: 'nieuw',
      gone: 'weg',
      reworded: 'anders verwoord',
      tied: 'nieuwe verbinding',
      untied: 'verbinding weg',
      gained: 'letter erbij',
      lost: 'letter weg',
    },
    gone: 'Niet meer op het kleed',
    goneHint: 'zie het op het kleed van toen',
    reworded: 'Anders verwoord',
    wasCalled: (before: string, after: string) => `“${before}” werd “${after}”`,
    tied: 'Nieuw verbonden',
    untied: 'Niet meer verbonden',
    tie: (from: string, to: string) => `${from} en ${to}`,
    positions: 'Posities',
    gained: (letters: readonly PositionLetter[]) => `werd ${positions(letters)}`,
    lost: (letters: readonly PositionLetter[]) => `is geen ${positions(letters)} meer`,
  },
  doubles: {
    title: 'Lijkt dit op elkaar?',
    close: 'Sluit dubbelen',
    intro: 'Is het één en hetzelfde, of zijn het twee dingen? Jullie weten het, per paar.',
    none: 'Er ligt nu niets dat op elkaar lijkt.',
    by: (name: string) => (name ? `geschreven door ${name}` : 'schrijver onbekend'),
    pair: (a: string, b: string) => `“${a}” en “${b}”`,
    show: 'Laat zien',
    one: 'Eén en hetzelfde',
    two: 'Twee verschillende dingen',
    merged: (name: string) => `“${name}” ligt er nu één keer.`,
    parted: (a: string, b: string) => `“${a}” en “${b}” blijven twee dingen.`,
    undo: 'Toch twee',
    undoParted: 'Maak ongedaan',
    aside: (n: number) =>
      count(n, { one: 'Toon {n} paar dat verschillend is', other: 'Toon {n} paren die verschillend zijn' }),
  },
  kind: {
    toTheme: 'Maak er een thema van',
    toInitiative: 'Maak er een initiatief van',
    themeHint: 'Als het om meer verwante initiatieven blijkt te gaan.',
    initiativeHint: 'Als het om één ding gaat om samen mee te beginnen.',
    themeWhy: 'Het midden is nu een thema: daar passen verwante initiatieven samen in.',
    initiativeWhy: 'Het midden is nu een initiatief: één ding om samen mee te beginnen.',
    undo: 'Maak ongedaan',
  },
  together: {
    title: 'Heeft iemand dit alleen gemaakt?',
    hint: 'Kies wie. De ingrediënten komen dan aan diens kant van de tafel, de schakels in het midden, en niets ligt op elkaar.',
    lay: (name: string) => `Alleen gemaakt door ${name}`,
  },
};
