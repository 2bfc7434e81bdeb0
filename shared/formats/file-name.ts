/** Signs that show words in another order than they are in (a name's end could seem another), or not at all; but what joins letters and emoji stays. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
/** Of a device on Windows, whatever follows the first point (microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?= *(?:\.|$))/i;

/** A cloth's name as the beginning of a file name: no characters that some system refuses, and never empty. */
export function fileNameOf(title: string): string {
  const safe = title
    .replace(UNSEEN, ' ')
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 80)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
    .replace(DEVICE, '$&_');
  return safe || 'tafelkleed';
}

/** The name of a download: what it is of, what it is, and of which day, so that several lie apart and in order. */
export function downloadName(title: string, kind: string, extension: string, on = new Date()): string {
  const day = [on.getFullYear(), on.getMonth() + 1, on.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${fileNameOf(title)}-${kind}-${day}${extension}`;
}
