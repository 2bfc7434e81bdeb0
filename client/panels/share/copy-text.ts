/**
 * Puts a text on the clipboard; false when the browser refuses. `field` holds the same text and is left selected then.
 * A page on a school's network without https has no clipboard interface, so the older command is tried too.
 */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
