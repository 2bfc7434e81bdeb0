import { pluralsOf } from '../../../shared/text/plural.ts';
import type { canvasNl } from '../nl/canvas.ts';

const count = pluralsOf('en');

/** English for what a person does on the cloth. */
export const canvasEn: typeof canvasNl = {
  selection: {
    items: (n: number) => count(n, { one: '{n} selected', other: '{n} selected' }),
    colour: 'Colour',
    /** The markers in the order in which they lie. */
    markers: {
      blue: 'blue',
      red: 'red',
      green: 'green',
      purple: 'purple',
      ochre: 'ochre',
      teal: 'teal',
      pink: 'pink',
      olive: 'olive',
      wine: 'wine red',
      indigo: 'indigo',
      brown: 'brown',
      petrol: 'petrol blue',
    },
    removed: (n: number) => count(n, { one: 'Taken away.', other: '{n} taken away.' }),
    takeBack: 'Put back',
  },
  question: {
    here: 'What goes here?',
    newConnector: 'Who or what is the connector here?',
    place: 'Put a connector here',
    throughWhom: 'Through whom?',
    throughWhomHint: 'Who makes the relation with the initiative?',
    newOne: 'New connector',
    direct: 'Directly is fine',
    cancel: 'Leave it',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    note: 'Everything works with buttons too.',
    groups: { write: 'Writing', move: 'Looking', change: 'Changing', positions: 'Positions', lead: 'Leading' },
    enter: 'Put on the table, or write in what is selected',
    newLine: 'New line',
    escape: 'Let go, or stop writing',
    undo: 'Undo',
    redo: 'Redo',
    remove: 'Delete',
    duplicate: 'Duplicate',
    selectAll: 'Select all',
    nudge: 'Move a little',
    nudgeMore: 'Move a bit more',
    pan: 'Move the tablecloth',
    zoom: 'Closer or further away',
    fit: 'Whole tablecloth',
    fitSelection: 'To what is selected',
  },
};
