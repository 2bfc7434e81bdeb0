import { z } from 'zod';
import { ROLES } from '../../shared/model/protocol.ts';
import { SHEET_ADDRESSES, type Sheet } from '../../shared/model/sheets.ts';
import { OF_ROOMS } from './commons/operations.ts';
import { FACILITATOR, NO_ACCESS, type Operation, WRITERS } from './operation.ts';
import * as schemas from './schemas.ts';

/** What is asked of a cloth. */
const OF_CLOTHS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/cloths',
    summary: 'Make a tablecloth',
    body: schemas.newClothSchema,
    answer: { status: 201, description: 'Made', schema: schemas.createdClothSchema },
    problems: [400, 429, 503],
  },
  {
    method: 'get',
    path: '/api/cloths/{id}',
    summary: 'What a key opens',
    roles: ROLES,
    answer: { status: 200, description: 'The tablecloth', schema: schemas.clothSchema },
    problems: NO_ACCESS,
  },
  {
    method: 'delete',
    path: '/api/cloths/{id}',
    summary: 'Delete a tablecloth for good',
    roles: FACILITATOR,
    answer: { status: 204, description: 'Deleted' },
    problems: NO_ACCESS,
  },
  {
    method: 'post',
    path: '/api/cloths/{id}/close',
    summary: 'Close a tablecloth for writing to all but facilitators, or open it again',
    roles: FACILITATOR,
    body: schemas.closeSchema,
    answer: { status: 200, description: 'As it is now', schema: schemas.closeSchema },
    problems: [400, ...NO_ACCESS],
  },
  {
    method: 'get',
    path: '/api/cloths/{id}/export',
    summary: 'Take a tablecloth home; refused to all but facilitators while words are hidden',
    roles: ROLES,
    query: schemas.exportQuerySchema,
    answer: { status: 200, description: 'The file' },
    problems: [400, ...NO_ACCESS, 409],
  },
  {
    method: 'post',
    path: '/api/cloths/{id}/import',
    summary: 'Add a tablecloth file; nothing is replaced',
    roles: WRITERS,
    body: z.unknown().describe('A .tafelkleed.json file'),
    answer: { status: 200, description: 'Added, and on disk', schema: schemas.importedSchema },
    problems: [400, ...NO_ACCESS, 409, 413],
  },
  {
    method: 'post',
    path: '/api/cloths/{id}/individuals',
    summary:
      "The individual tablecloth of a seat, with one more participant's key for it; made when there is none yet, refused when it is another device's",
    roles: WRITERS,
    body: schemas.newIndividualSchema,
    answer: { status: 201, description: 'Its key', schema: schemas.individualSchema },
    problems: [400, ...NO_ACCESS, 409, 429],
  },
  {
    method: 'get',
    path: '/api/cloths/{id}/individuals',
    summary: 'The individual tablecloths made from a joint one',
    roles: FACILITATOR,
    answer: { status: 200, description: 'The oldest first', schema: schemas.individualsSchema },
    problems: NO_ACCESS,
  },
  {
    method: 'get',
    path: '/api/cloths/{id}/individuals/{individual}/export',
    summary: 'Take an individual tablecloth to lay it on the joint one',
    roles: FACILITATOR,
    answer: { status: 200, description: 'The file' },
    problems: NO_ACCESS,
  },
  {
    method: 'post',
    path: '/api/cloths/{id}/keys',
    summary: 'Hand out another key; a participant may hand out participant and viewer keys',
    roles: WRITERS,
    body: schemas.roleSchema,
    answer: { status: 201, description: 'Made', schema: schemas.newKeySchema },
    problems: [400, ...NO_ACCESS, 409],
  },
  {
    method: 'post',
    path: '/api/cloths/{id}/keys/rotate',
    summary: "Replace all keys of a role; that role's connections are closed",
    roles: FACILITATOR,
    body: schemas.roleSchema,
    answer: { status: 200, description: 'Replaced', schema: schemas.newKeySchema },
    problems: [400, ...NO_ACCESS],
  },
  {
    method: 'post',
    path: '/api/cloths/{id}/codes',
    summary: 'The code that participants can type',
    roles: WRITERS,
    answer: { status: 201, description: 'The live code, or a new one', schema: schemas.codeSchema },
    problems: NO_ACCESS,
  },
];

const OF_ALL: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/join',
    summary: "Exchange a code for a participant's key",
    body: schemas.joinSchema,
    answer: { status: 200, description: 'The key', schema: schemas.joinedSchema },
    problems: [400, 404, 409, 429, 503],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process lives',
    answer: { status: 200, description: 'It does', schema: schemas.healthSchema },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Whether it can store; 503 with the reason when not',
    answer: { status: 200, description: 'It can', schema: schemas.healthSchema },
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Numbers for Prometheus',
    answer: { status: 200, description: 'Prometheus text format' },
    problems: [],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This text',
    answer: { status: 200, description: 'OpenAPI 3.1' },
    problems: [],
  },
];

/** What a room has no part in: it is not made alone first, and is no file. */
const NOT_OF_ROOMS = /\/(individuals|export|import)\b/;

/** What a theme sheet, or a room, is asked for as a cloth is, at its own address and with its own name in the text. */
function alike(sheet: Exclude<Sheet, 'cloth'>, name: string): Operation[] {
  const shared = OF_CLOTHS.filter(
    ({ path }) => path.includes('{id}') && !(sheet === 'commons' && NOT_OF_ROOMS.test(path)),
  );
  return shared.map((operation) => ({
    ...operation,
    path: operation.path.replace('/cloths/', `/${SHEET_ADDRESSES[sheet].api}/`),
    summary: operation.summary.replaceAll('tablecloth', name),
  }));
}

/** Every request that the server answers, apart from the client's own files. */
export const OPERATIONS: readonly Operation[] = [
  ...OF_CLOTHS,
  {
    method: 'post',
    path: '/api/themes',
    summary: 'Make a theme sheet; of a tablecloth, with a key of it',
    body: schemas.newThemeSchema,
    answer: { status: 201, description: 'Made', schema: schemas.createdClothSchema },
    problems: [400, 401, 403, 404, 409, 429, 503],
  },
  ...alike('theme', 'theme sheet'),
  {
    method: 'post',
    path: '/api/commons',
    summary: 'Make a network room',
    body: schemas.newCommonsSchema,
    answer: { status: 201, description: 'Made', schema: schemas.createdClothSchema },
    problems: [400, 429, 503],
  },
  ...alike('commons', 'network room'),
  ...OF_ROOMS,
  ...OF_ALL,
];

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): unknown => z.toJSONSchema(schema, { io });

/** The HTTP interface as an OpenAPI 3.1 document, made from the schemas that requests are checked by. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tafelkleed',
      version: '1',
      description:
        'Tablecloths for network analyses. The live document itself is at /sync/{id} (y-websocket protocol).',
    },
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: "One of the sheet's keys" } },
      schemas: { Problem: jsonSchema(schemas.problemSchema, 'output') },
    },
  };
}

function describe({ path, summary, roles, body, query, answer, problems }: Operation): Record<string, unknown> {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const parameters: unknown[] = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (query) {
    const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
    for (const [name, schema] of Object.entries(properties)) parameters.push({ name, in: 'query', schema });
  }
  return {
    summary,
    ...(roles ? { description: `Needs a key of a ${roles.join(' or ')}.`, security: [{ key: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { content: { 'application/json': { schema: jsonSchema(body, 'input') } } } } : {}),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(answer.schema ? { content: { 'application/json': { schema: jsonSchema(answer.schema, 'output') } } } : {}),
      },
      ...Object.fromEntries(problems.map((status) => [status, { description: 'Refused', content: problem }])),
    },
  };
}
