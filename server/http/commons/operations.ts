import { ROLES } from '../../../shared/model/protocol.ts';
import { FACILITATOR, NO_ACCESS, type Operation, WRITERS } from '../operation.ts';
import * as schemas from '../schemas.ts';

/** What is asked of a network room alone: its wall, who knows what, its calendar. */
export const OF_ROOMS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/commons/{id}/sheets',
    summary: 'What hangs in a network room; with an ETag',
    roles: ROLES,
    answer: { status: 200, description: 'In the order in which they were hung', schema: schemas.wallSchema },
    problems: NO_ACCESS,
  },
  {
    method: 'get',
    path: '/api/commons/{id}/sheets/{sheet}',
    summary: 'What a key of the room may do with a sheet that hangs there',
    roles: ROLES,
    answer: { status: 200, description: 'How it hangs', schema: schemas.throughSchema },
    problems: NO_ACCESS,
  },
  {
    method: 'put',
    path: '/api/commons/{id}/sheets/{sheet}',
    summary: "Hang a sheet in a network room, with the sheet's facilitator key in X-Sheet-Key",
    roles: WRITERS,
    body: schemas.hangSchema,
    answer: { status: 200, description: 'How it hangs', schema: schemas.hungSchema },
    problems: [400, ...NO_ACCESS, 409],
  },
  {
    method: 'delete',
    path: '/api/commons/{id}/sheets/{sheet}',
    summary:
      'Take a sheet down; who leads the sheet itself may do so as well. Whoever looks at it by the room is cut off',
    roles: FACILITATOR,
    answer: { status: 204, description: 'Taken down' },
    problems: NO_ACCESS,
  },
  {
    method: 'get',
    path: '/api/commons/{id}/sheets/{sheet}/projection',
    summary: 'What is shown of a sheet to who looks at it from the room; with an ETag',
    roles: ROLES,
    answer: { status: 200, description: 'As a tablecloth file, without what is not shown' },
    problems: NO_ACCESS,
  },
  {
    method: 'get',
    path: '/api/commons/{id}/sheets/{sheet}/picture',
    summary: 'The same as a PNG; with an ETag',
    roles: ROLES,
    query: schemas.pictureQuerySchema,
    answer: { status: 200, description: 'As wide as was asked' },
    problems: [400, ...NO_ACCESS, 503],
  },
  {
    method: 'get',
    path: '/api/commons/{id}/knows',
    summary: 'Who knows what: answers to a question; with `node` what stands round it, with neither what recurs',
    roles: ROLES,
    query: schemas.knowsQuerySchema,
    answer: { status: 200, description: 'The best first', schema: schemas.knowsSchema },
    problems: [400, ...NO_ACCESS, 429],
  },
  {
    method: 'post',
    path: '/api/commons/{id}/calendar',
    summary: 'A link with which a calendar reads the year line; gone when the links of viewers are replaced',
    roles: WRITERS,
    answer: { status: 201, description: 'Its key and address', schema: schemas.calendarSchema },
    problems: NO_ACCESS,
  },
  {
    method: 'get',
    path: '/api/commons/{id}/calendar.ics',
    summary: 'The year line for a calendar, by a calendar key',
    query: schemas.calendarQuerySchema,
    answer: { status: 200, description: 'iCalendar (RFC 5545), whole days' },
    problems: [400, 401, 404, 503],
  },
];
