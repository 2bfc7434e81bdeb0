import type { growthNl } from '../nl/growth.ts';

export const growthEn: typeof growthNl = {
  growth: {
    title: 'How it grew',
    open: 'See how it grew',
    openHint: 'From the first word until now, as a film to watch or keep',
    kind: 'how-it-grew',
    play: 'Play',
    pause: 'Pause',
    back: 'Picture before',
    next: 'Next picture',
    time: 'Time in the film',
    length: (seconds: number) =>
      seconds < 60 ? `${seconds} sec` : `${Math.floor(seconds / 60)} min and ${seconds % 60} sec`,
    speed: 'Speed',
    times: (n: number) => (n === 1 ? 'as fast as it went' : `${n} × as fast`),
    begin: 'No words yet',
    now: 'As it is now',
    moment: (name: string) => `The moment “${name}”`,
    steps: { ingredient: 'Ingredients', connector: 'Connectors', tie: 'Ties' },
    contacts: (n: number) => (n === 1 ? '1 more contact' : `${n} more contacts`),
    positions: (n: number) => (n === 1 ? '1 with a new position' : `${n} with a new position`),
    more: (n: number) => `and ${n} more`,
    honest:
      'Each word comes into view when it was written, at the place where it lay later. Letters, talks and what was moved are seen from a kept moment on, or at the end. Long pauses are made short. What was taken off the cloth is not shown, but in a moment in which it still lay there.',
    asFile: 'As a file',
    forms: {
      mp4: { name: 'Video (MP4)', hint: 'Plays nearly everywhere' },
      webm: { name: 'Video (WebM)', hint: 'Plays in every browser' },
      gif: { name: 'Moving picture (GIF)', hint: 'For a message or a slide' },
    },
    making: 'The film is being made…',
    stopped: 'Stopped; nothing was saved.',
    failed: 'Making the film did not work in this browser. You can still save a picture, under Take home.',
    failedVideo: 'Making the video did not work in this browser. Try the moving picture.',
    tooLong: 'This film is longer than ten minutes. Choose a higher speed to save it.',
    onlyGif: 'This browser cannot make a video here; it can make a moving picture.',
  },
};
