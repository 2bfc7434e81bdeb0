/** How somebody comes back from a school's own sign-in who did not get in; stands in the address of the room's page as `?door=`. */
export const DOOR_NEWS = ['again', 'away', 'declined', 'not-allowed', 'closed'] as const;
/**
 * `again`: the way back was too late, or another's; `away`: the sign-in could not be reached; `declined`: it was broken off there;
 * `not-allowed`: signed in, but not one of those who may; `closed`: this room lets nobody in so (any more).
 */
export type DoorNews = (typeof DOOR_NEWS)[number];
