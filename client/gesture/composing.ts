/** What a key event says about an input method: of a `KeyboardEvent` this is all that matters here. */
export interface MaybeComposing {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** What browsers give as the code of a key that an input method has taken. */
const TAKEN = 229;

/**
 * Whether a key belongs to an input method, which composes a letter or a word with it, and so to nothing else. Safari tells
 * that a composition ended *before* the Enter that ended it, which then bears only this number.
 */
export function belongsToComposing({ isComposing, keyCode }: MaybeComposing): boolean {
  return isComposing || keyCode === TAKEN;
}
