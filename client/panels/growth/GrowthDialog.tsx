import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { lengthOf, SPEEDS, type Speed } from '../../../shared/method/growth.ts';
import { NAMES, type Names } from '../../../shared/method/named.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { FilmWays } from './FilmWays.tsx';
import { FilmScreen } from './film-screen.ts';
import styles from './GrowthDialog.module.css';
import { type ChosenFilm, useFilm } from './use-film.ts';
import { usePlaying } from './use-playing.ts';

/** How the cloth grew: played, looked at picture by picture, and taken home as a film. */
export default function GrowthDialog({ onClose }: { readonly onClose: () => void }) {
  const { growth: text, moments } = useText();
  const { session } = useCloth();
  // A moment holds every word: the film waits while words are hidden from who looks here.
  const hidden = useStore(session.snapshot, ({ items }) => items.some((item) => item.masked));
  return (
    <DialogFrame title={text.title} wide="page" onClose={onClose}>
      {hidden ? <p className={styles.note}>{moments.hidden}</p> : <Growth />}
    </DialogFrame>
  );
}

function Growth() {
  const { growth: text } = useText();
  const chosen = useFilm();
  const { film, shots, textsOf } = chosen;
  const playing = usePlaying(shots, film !== null);
  const id = useId();
  const shot = shots[playing.nth];
  const said = shot ? textsOf(shot) : null;
  return (
    <div className={styles.growth}>
      <Screen film={film} nth={playing.nth} moving={playing.on} label={said?.caption ?? ''} />
      <p className={styles.caption} translate="no" aria-live={playing.on ? 'off' : 'polite'}>
        <strong>{said?.caption}</strong>
        <span>{said?.when}</span>
      </p>
      <div className={styles.controls}>
        <IconButton icon={SkipBack} label={text.back} onClick={() => playing.step(-1)} />
        {playing.on ? (
          <Button kind="primary" icon={Pause} onClick={playing.pause}>
            {text.pause}
          </Button>
        ) : (
          <Button kind="primary" icon={Play} disabled={!film} onClick={playing.play}>
            {text.play}
          </Button>
        )}
        <IconButton icon={SkipForward} label={text.next} onClick={() => playing.step(1)} />
        <label className="visually-hidden" htmlFor={id}>
          {text.time}
        </label>
        <input
          id={id}
          className={styles.slider}
          type="range"
          min={0}
          max={lengthOf(shots)}
          step="any"
          value={playing.second}
          aria-valuetext={said ? `${said.when}, ${said.caption}` : undefined}
          onChange={(event) => playing.goTo(event.target.valueAsNumber)}
          onKeyDown={(event) => {
            const by = STEPS[event.key];
            if (by === undefined) return;
            event.preventDefault();
            playing.step(by);
          }}
        />
        <output className={styles.length}>{text.length(Math.round(lengthOf(shots)))}</output>
      </div>
      <Choices chosen={chosen} />
      <FilmWays film={film} title={film && shots[0] ? textsOf(shots[0]).title : ''} />
      <p className={styles.note}>{text.honest}</p>
    </div>
  );
}

/** Keys on the slider go by pictures, not by parts of a second. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface ScreenProps {
  readonly film: ChosenFilm['film'];
  readonly nth: number;
  readonly moving: boolean;
  readonly label: string;
}

/** The picture that is seen. Without motion, for who asked for less of it, one picture replaces the other. */
function Screen({ film, nth, moving, label }: ScreenProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const screen = useRef<FilmScreen | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const { clientWidth } = canvas.current;
    canvas.current.width = Math.round(clientWidth * Math.max(1, devicePixelRatio));
    canvas.current.height = Math.round((canvas.current.width * 9) / 16);
    const shown = new FilmScreen(canvas.current);
    screen.current = shown;
    return () => shown.end();
  }, []);
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (film) screen.current?.show(film, nth, moving && !still);
  }, [film, nth, moving]);
  return (
    <figure className={styles.screen} aria-busy={film === null}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </figure>
  );
}

function Choices({ chosen: { speed, names, choose } }: { readonly chosen: ChosenFilm }) {
  const { growth: text, takeHome } = useText();
  const id = useId();
  return (
    <div className={styles.choices}>
      <label htmlFor={`${id}-speed`}>{text.speed}</label>
      <select
        id={`${id}-speed`}
        value={speed}
        onChange={({ target }) => choose({ speed: SPEEDS.find((each) => String(each) === target.value) ?? speed })}
      >
        {SPEEDS.map((each: Speed) => (
          <option key={each} value={each}>
            {text.times(each)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-names`}>{takeHome.names}</label>
      <select
        id={`${id}-names`}
        value={names}
        onChange={({ target }) => choose({ names: NAMES.find((each) => each === target.value) ?? names })}
      >
        {NAMES.map((each: Names) => (
          <option key={each} value={each}>
            {takeHome.naming[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
