/** Lists and records within one another: a cloth file with its moments has seven. */
const MOST_DEPTH = 32;

const [QUOTE, ESCAPE] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];
const OPENING = new Set(['[', '{'].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([']', '}'].map((sign) => sign.charCodeAt(0)));

/** Whether JSON is nested no deeper than any cloth file is: deeper it takes the parser seconds. Says nothing of the rest of it. */
export function isShallowJson(text: string): boolean {
  let depth = 0;
  let inWords = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (inWords) {
      if (sign === ESCAPE) at += 1;
      else if (sign === QUOTE) inWords = false;
    } else if (sign === QUOTE) inWords = true;
    else if (OPENING.has(sign)) {
      depth += 1;
      if (depth > MOST_DEPTH) return false;
    } else if (CLOSING.has(sign)) depth -= 1;
  }
  return true;
}
