/** What somebody was heard to say: between quotation marks, with who it was when that is known. */
export function asSaid(words: string, who: string): string {
  const bare = words.trim();
  const quoted = /^["'“”„‘«]/u.test(bare) ? bare : `“${bare}”`;
  return who.trim() === '' ? quoted : `${quoted} — ${who.trim()}`;
}
