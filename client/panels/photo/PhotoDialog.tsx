import { Camera, type LucideIcon, Image as Picture } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { layPhoto } from '../../../shared/commands/photo.ts';
import { PHOTO } from '../../../shared/model/photo.ts';
import { ApiError } from '../../document/api.ts';
import type { Texts } from '../../i18n/nl.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { usePage } from '../page.ts';
import { problemText } from '../problem-text.ts';
import { NewsLine, Progress } from '../take-home/Making.tsx';
import { makePhoto, type NoPhoto } from './make-photo.ts';
import styles from './Photo.module.css';
import { sendPhoto } from './photo-api.ts';
import { placedOn } from './photo-place.ts';
import { usePhotoAt } from './use-photo.ts';

/** A server that allows less than is usual is offered ever smaller photos, down to this, bytes. */
const LEAST_BYTES = 100_000;

/** Lays a photo of a paper tablecloth under this one: chosen or taken, made smaller here, sent, and then placed. */
export default function PhotoDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { photo: words } = text;
  const page = usePage();
  const at = usePhotoAt();
  const { session, canvas } = useCloth();
  const by = useStore(session.me, ({ name }) => name);
  /** How much has gone, 0 to 1; null when nothing is on its way. */
  const [part, setPart] = useState<number | null>(null);
  const [news, setNews] = useState<{ text: string; problem: boolean } | null>(null);
  const sending = useRef<AbortController>(null);
  useEffect(() => () => sending.current?.abort(), []);

  const choose = async (file: File | undefined) => {
    if (!file || sending.current) return;
    const stop = new AbortController();
    sending.current = stop;
    setNews(null);
    setPart(0);
    try {
      const { hash, ratio } = await send(file, stop.signal);
      const sheet = canvas?.scene().sheet.box;
      if (!sheet) return;
      const lies = { ...placedOn(sheet, ratio), hash, ratio, by, createdAt: session.now() };
      if (!session.perform((cloth) => layPhoto(cloth, { id: crypto.randomUUID(), ...lies }))) {
        return setNews({ text: text.capture.closed, problem: true });
      }
      page.setState({ dialog: null, placing: true });
    } catch (error) {
      if (stop.signal.aborted) setNews({ text: words.stopped, problem: false });
      else setNews({ text: sayWhy(error, text), problem: true });
    } finally {
      sending.current = null;
      setPart(null);
    }
  };

  const send = async (file: File, signal: AbortSignal) => {
    for (let most: number = PHOTO.bytes; ; most /= 2) {
      const made = await makePhoto(file, most);
      if ('why' in made) throw made;
      signal.throwIfAborted();
      try {
        const hash = await sendPhoto(at, made.blob, signal, setPart);
        return { hash, ratio: made.height / made.width };
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 413) || most < LEAST_BYTES) throw error;
      }
    }
  };

  return (
    <DialogFrame title={words.title} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{words.intro}</p>
        {part === null ? (
          <div className={styles.ways}>
            <Way icon={Picture} onChoose={choose}>
              <strong>{words.choose}</strong> <span>{words.drop}</span>
            </Way>
            <Way icon={Camera} camera onChoose={choose}>
              <strong>{words.camera}</strong>
            </Way>
          </div>
        ) : (
          <Progress
            label={part === 0 ? words.making : words.sending}
            part={part}
            onStop={() => sending.current?.abort()}
          />
        )}
        <NewsLine news={news} />
        <p className={styles.note}>{words.honest}</p>
      </div>
    </DialogFrame>
  );
}

interface WayProps {
  readonly icon: LucideIcon;
  /** Taken now, with the camera on the back of a phone or tablet. */
  readonly camera?: boolean;
  readonly onChoose: (file: File | undefined) => void;
  readonly children: ReactNode;
}

function Way({ icon: Icon, camera = false, onChoose, children }: WayProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={camera ? `${styles.way} ${styles.camera}` : styles.way}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onChoose(event.dataTransfer.files[0]);
      }}
    >
      <Icon aria-hidden="true" size={30} strokeWidth={1.6} />
      <span>{children}</span>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        {...(camera && { capture: 'environment' as const })}
        onChange={(event) => {
          onChoose(event.target.files?.[0]);
          // The same one can be chosen again.
          event.target.value = '';
        }}
      />
    </label>
  );
}

function sayWhy(error: unknown, text: Texts): string {
  const { problems } = text.photo;
  if (typeof error === 'object' && error !== null && 'why' in error) {
    const no = error as NoPhoto;
    if (no.why === 'tooLarge') return problems.tooLarge(no.megabytes);
    return no.why === 'tooManyPixels' ? problems.tooManyPixels(no.millions, no.most) : problems[no.why];
  }
  if (error instanceof ApiError && (error.code === 'bad-photo' || error.status === 415)) return problems.damaged;
  return problemText(error, text);
}
