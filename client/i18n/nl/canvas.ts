import { pluralsOf } from '../../../shared/text/plural.ts';

const count = pluralsOf('nl');

/** Texts of what a person does on the cloth: tools, selection, positions, questions. */
export const canvasNl = {
  selection: {
    items: (n: number) => count(n, { one: '{n} gekozen', other: '{n} gekozen' }),
    colour: 'Kleur',
    /** The markers in the order in which they lie. */
    markers: {
      blue: 'blauw',
      red: 'rood',
      green: 'groen',
      purple: 'paars',
      ochre: 'oker',
      teal: 'blauwgroen',
      pink: 'roze',
      olive: 'olijfgroen',
      wine: 'wijnrood',
      indigo: 'indigoblauw',
      brown: 'bruin',
      petrol: 'petrol',
    },
    removed: (n: number) => count(n, { one: 'Weggehaald.', other: '{n} weggehaald.' }),
    takeBack: 'Zet terug',
  },
  question: {
    here: 'Wat komt hier?',
    newConnector: 'Wie of wat is hier de schakel?',
    place: 'Zet hier een schakel',
    throughWhom: 'Via wie?',
    throughWhomHint: 'Wie legt de relatie met het initiatief?',
    newOne: 'Nieuwe schakel',
    direct: 'Rechtstreeks is goed',
    cancel: 'Niet doen',
  },
  shortcuts: {
    title: 'Sneltoetsen',
    note: 'Alles kan ook met knoppen.',
    groups: { write: 'Schrijven', move: 'Kijken', change: 'Veranderen', positions: 'Posities', lead: 'Begeleiden' },
    enter: 'Leg op tafel, of schrijf in wat gekozen is',
    newLine: 'Nieuwe regel',
    escape: 'Laat los, of stop met schrijven',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw doen',
    remove: 'Verwijder',
    duplicate: 'Verdubbel',
    selectAll: 'Kies alles',
    nudge: 'Schuif een klein stukje',
    nudgeMore: 'Schuif een groter stuk',
    pan: 'Schuif het tafelkleed',
    zoom: 'Dichterbij of verder weg',
    fit: 'Hele tafelkleed',
    fitSelection: 'Naar wat gekozen is',
  },
};
