import { soundText } from './sound-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A reader makes one blank of each of these in an attribute.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Any text as it stands between tags or in an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return soundText(text).replace(/[&<>"'\n\r\t]/g, (sign) => ENTITIES[sign] ?? sign);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
