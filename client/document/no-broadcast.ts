/**
 * Tabs of one browser tell each other nothing past the server: what a viewer's tab may not write would go out by another's.
 * The provider is told so (`disableBc`); the build puts this in the place of what it would do it with.
 */
export const publish = (): void => {};
export const subscribe = (): void => {};
export const unsubscribe = (): void => {};
