import '@fontsource/shantell-sans/500.css';
import '@fontsource/shantell-sans/700.css';
import { CLOTH_FONT } from '../../shared/text/text-measure.ts';

/** How long a picture waits for letters before it is drawn with what there is, ms. */
const PATIENCE_MS = 5_000;
const WEIGHTS = [500, 700] as const;
/**
 * The table of widths knows no kerning and no ligatures. A canvas is told so itself where it can be (`fontKerning`), which in
 * WebKit it cannot; but what the face says holds there as well.
 */
const LETTER_BY_LETTER = '"kern" 0, "liga" 0, "clig" 0';
/** Words that call for the Latin files, which nearly every cloth needs. */
const LATIN = 'aé';

/**
 * Fetches the files of the cloth's font that these words need (Latin always). True when all came; false when some did
 * not, or not in time: boxes and line breaks stay right all the same, for they come from a table.
 */
export async function loadClothFont(words = ''): Promise<boolean> {
  setLetterByLetter();
  const sample = LATIN + [...new Set(words)].join('');
  const all = Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 24px "${CLOTH_FONT}"`, sample)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    const faces = await Promise.race([all, late]);
    return faces !== false && faces.every((loaded) => loaded.length > 0);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function setLetterByLetter(): void {
  for (const face of document.fonts) {
    if (isOfCloth(face) && face.featureSettings === 'normal') face.featureSettings = LETTER_BY_LETTER;
  }
}

function isOfCloth({ family }: FontFace): boolean {
  return family.replaceAll('"', '') === CLOTH_FONT;
}

/** Calls back whenever further letters of the cloth's font have come, for then words must be drawn again. Returns the way to stop it. */
export function onClothFontLoaded(callback: () => void): () => void {
  const loaded = (event: FontFaceSetLoadEvent) => {
    // Safari's event does not say which have come.
    if (event.fontfaces?.some(isOfCloth) ?? true) callback();
  };
  document.fonts.addEventListener('loadingdone', loaded);
  return () => document.fonts.removeEventListener('loadingdone', loaded);
}
