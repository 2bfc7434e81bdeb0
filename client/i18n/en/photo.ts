import type { photoNl } from '../nl/photo.ts';

export const photoEn: typeof photoNl = {
  photo: {
    open: 'Lay a photo underneath',
    openHint: 'Of a paper tablecloth, to trace',
    adjust: 'Photo underneath',
    title: 'A photo under the cloth',
    intro:
      'Take a photo of your paper tablecloth, straight from above. It comes to lie under this cloth, so that you can trace words and lines where they lay. Everyone here sees it.',
    honest:
      'Where and when the photo was taken is left out first. The photo lies beside the cloth, not in it: it does not go along in files and pictures, and is gone when the cloth is.',
    choose: 'Choose a photo',
    drop: 'or drop it here',
    camera: 'Take a photo now',
    making: 'The photo is being prepared…',
    sending: 'The photo is on its way to the cloth…',
    stopped: 'Stopped; nothing has changed.',
    problems: {
      noPhoto: 'This is no photo. Choose a JPEG, PNG or WebP.',
      tooLarge: (megabytes) =>
        `This photo is larger than ${megabytes} MB. Choose a smaller one, or a screenshot of it.`,
      tooManyPixels: (millions, most) =>
        `This photo has ${millions} million pixels; this device can take up to ${most} million. Make it smaller first.`,
      damaged: 'This photo is damaged or not whole. Choose it again, or take another.',
      gone: 'This photo is not there any more. Take it away, and lay it underneath again if you need it.',
      away: 'The photo has not come yet. It does as soon as there is a connection.',
    },
    bar: 'The photo under the cloth',
    help: 'Drag the photo into place; with two fingers you turn it and make it larger. Or with keys: arrows, + and −, [ and ].',
    isLocked: 'The photo lies fast.',
    smaller: 'Photo smaller',
    larger: 'Photo larger',
    turn: (degrees) => (degrees < 0 ? `Turn ${-degrees}° left` : `Turn ${degrees}° right`),
    dim: 'How faint',
    lock: 'Lock',
    unlock: 'Unlock',
    remove: 'Take away',
    removed: 'The photo was taken away',
    undo: 'Put back',
    done: 'Done',
    lies: (width, turn) =>
      `The photo is ${width} cm wide${turn === 0 ? '' : ` and turned ${Math.abs(turn)}° ${turn < 0 ? 'left' : 'right'}`}`,
  },
};
