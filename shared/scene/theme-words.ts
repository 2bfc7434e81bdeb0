import type { BoxId } from '../layout/boxes.ts';
import type { Activity } from '../model/schema.ts';

/** What is printed on a theme sheet. It is part of the sheet, in the language that was chosen for it, and the same for all. */
export interface SheetWords {
  readonly titles: Readonly<Record<BoxId, string>>;
  /** A word of help in a box in which nothing stands yet. */
  readonly help: Readonly<Record<BoxId, string>>;
  readonly activities: Readonly<Record<Activity, string>>;
  readonly start: string;
  readonly manifestation: string;
  readonly roundedOff: string;
}

const nl: SheetWords = {
  titles: {
    name: 'Naam',
    story: 'Verhaal',
    ideas: 'Ideeën, activiteiten en voorbeelden',
    initiatives: 'Initiatieven',
    remarks: 'Wat je hoort zeggen',
    network: 'Netwerk',
    timeline: 'Tijdlijn',
  },
  help: {
    name: 'Allerlei woorden. Eén ervan wordt straks de naam.',
    story: 'Je komt iemand tegen. Wat vertel je over dit thema?',
    ideas: 'Wat komt er in je op? Wat gebeurt er al, en waar ken je het van?',
    initiatives: 'Wat is er al om bij aan te sluiten? Wat ga je zelf beginnen?',
    remarks: 'Wat zeggen mensen als het hierover gaat?',
    network: 'Met wie begin je? Wie nodig je uit om mee te denken?',
    timeline: 'Van wanneer tot wanneer? Wanneer zie je elkaar, en waarmee sluit je af?',
  },
  activities: {
    naming: 'een naam geven',
    sheet: 'themablad maken',
    talking: 'het gesprek openen',
    analysing: 'netwerken bekijken',
    seeking: 'voorbeelden zoeken',
    showing: 'laten zien',
    designing: 'de lijn uitzetten',
    building: 'onderzoekend bouwen',
    rounding: 'afronden',
  },
  start: 'begin',
  manifestation: 'manifestatie',
  roundedOff: 'afgerond',
};

const en: SheetWords = {
  titles: {
    name: 'Name',
    story: 'Story',
    ideas: 'Ideas, activities and examples',
    initiatives: 'Initiatives',
    remarks: 'What you hear people say',
    network: 'Network',
    timeline: 'Timeline',
  },
  help: {
    name: 'All sorts of words. One of them will be the name.',
    story: 'You meet somebody. What do you tell about this theme?',
    ideas: 'What comes to mind? What happens already, and where have you seen it?',
    initiatives: 'What is there already to join? What will you begin yourselves?',
    remarks: 'What do people say when it comes up?',
    network: 'With whom do you begin? Whom do you invite to think along?',
    timeline: 'From when until when? When do you meet, and how does it end?',
  },
  activities: {
    naming: 'finding a name',
    sheet: 'making the sheet',
    talking: 'opening the talk',
    analysing: 'looking at networks',
    seeking: 'seeking examples',
    showing: 'making it seen',
    designing: 'laying the line',
    building: 'building and finding out',
    rounding: 'rounding off',
  },
  start: 'start',
  manifestation: 'manifestation',
  roundedOff: 'rounded off',
};

/** In a language as a BCP 47 tag; Dutch where none was chosen. */
export function sheetWords(language = 'nl'): SheetWords {
  return language.startsWith('en') ? en : nl;
}
