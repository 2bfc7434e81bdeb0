/** Letters of a usual size, CSS px. */
export const USUAL_REM = 16;

/** From this size on all letters grow with the screen, by this part of its width: as the stylesheet has it. */
const BOARD = '(min-width: 2200px) and (min-height: 1100px)';
const BOARD_PART = 0.0073;

/** How much larger the page's letters are than usual: a reader's own, or those of a large board. */
export function larger(): number {
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_REM) / USUAL_REM;
}

/** How much larger than usual a reader has asked letters to be; on a large board the cloth has grown with the screen already. */
export function readersLetters(): number {
  const board = matchMedia(BOARD).matches ? Math.max(1, (innerWidth * BOARD_PART) / USUAL_REM) : 1;
  return Math.max(1, larger() / board);
}
