/**
 * Nothing is dragged by Konva: hands carry things by gestures of our own. The build puts this in the place of Konva's own
 * module, which would listen to every move of a pointer, and be loaded first with every cloth.
 */
export const DD = {
  isDragging: false,
  node: undefined,
  _dragElements: new Map<number, never>(),
  _listenToWindow(): void {},
};
