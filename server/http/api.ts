import type { IncomingMessage, ServerResponse } from 'node:http';
import swagger from '@fastify/swagger';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  FastifySchema,
  FastifySchemaCompiler,
  RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayWrite, ROLES, type Role } from '../../shared/model/protocol.ts';
import type { Sheet } from '../../shared/model/sheets.ts';
import type { Cloths } from '../sync/room/cloths.ts';
import { type Access, requireAccess } from './access.ts';
import { parse, problemSchema } from './schemas.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** Whose key a route takes; absent where it takes none. */
    'x-roles'?: readonly Role[];
  }
}

/** An app whose routes say in zod what they take and answer: they are checked, typed and described by it. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export const WRITERS = ROLES.filter(mayWrite);
export const FACILITATOR = ['facilitator'] as const satisfies readonly Role[];
/** How a request can fail that asks for a sheet by a key. */
export const NO_ACCESS = [401, 403, 404, 503] as const;

/** What a sheet of each kind is called in what is said of its routes. */
export const SHEET_WORDS = {
  cloth: 'tablecloth',
  theme: 'theme sheet',
  commons: 'network room',
} as const satisfies Readonly<Record<Sheet, string>>;

/** Lets an app check, answer and describe by the schemas of its routes. Comes before the routes. */
export async function prepareApi(app: FastifyInstance): Promise<Api> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('access');
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tafelkleed',
        version: '1',
        description:
          'Tablecloths for network analyses. The live document itself is at /sync/{id} (y-websocket protocol).',
      },
      components: {
        securitySchemes: { key: { type: 'http', scheme: 'bearer', description: "One of the sheet's keys" } },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => tidied(jsonSchemaTransformObject(document)),
  });
  return app.withTypeProvider<ZodTypeProvider>();
}

/** The interface as an OpenAPI 3.1 document, made of the routes as they are. */
export function openApi(app: FastifyInstance): object {
  return app.swagger();
}

/** What a route says of failing: problem details with each of these statuses. Its own answers are typed, these are thrown. */
export function problems(...statuses: readonly number[]): object {
  const refused = { description: 'Refused', content: { 'application/problem+json': { schema: problemSchema } } };
  return Object.fromEntries(statuses.map((status) => [status, refused]));
}

/** What a route says of an answer that is a file rather than JSON. */
export function fileAnswer(description: string, ...mediaTypes: readonly string[]): object {
  return { description, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: anyFile }])) };
}

/**
 * A route under a sheet's address, for who has a key of it: asked for the key before its body and query are judged, and
 * described as taking one. {@link accessOf} tells its handler who asks.
 *
 * @example app.get('/api/cloths/:id', keyed(cloths, 'cloth', ROLES, { summary, response }), (request) => accessOf(request))
 */
export function keyed<const S extends FastifySchema>(
  cloths: Cloths,
  sheet: Sheet,
  roles: readonly Role[],
  schema: S,
): { readonly schema: S & typeof UNDER_A_SHEET; preValidation(request: FastifyRequest): Promise<void> } {
  return {
    schema: { ...UNDER_A_SHEET, ...takesKeyOf(roles), ...schema },
    preValidation: async (request) => {
      const { id } = request.params as z.output<typeof sheetParams>;
      request.setDecorator('access', await requireAccess(cloths, request, id, roles, sheet));
    },
  };
}

/** Who asks, on a route that is {@link keyed}. */
export function accessOf(request: Pick<FastifyRequest, 'getDecorator'>): Access {
  return request.getDecorator<Access>('access');
}

/** What is said of a route that takes a key of some roles, and asks for it in its own way. */
export function takesKeyOf(roles: readonly Role[]): object {
  return {
    description: `Needs a key of a ${roles.join(' or ')}.`,
    security: [{ key: [] }],
    'x-roles': roles,
  };
}

export const sheetParams = z.object({ id: z.string() });

const UNDER_A_SHEET = { params: sheetParams };

const anyFile = z.unknown();

/** Checks one part of a request. Fastify hands null for a body that did not come. */
const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (value) => {
    try {
      return { value: parse(schema, value ?? undefined) };
    } catch (error) {
      return { error: error instanceof Error ? error : new Error(String(error)) };
    }
  };
};

/**
 * Two things that the libraries say too broadly: that no body may be left out, which one with a default may, and how problem
 * details would be taken in, which they never are.
 */
function tidied(document: ReturnType<typeof jsonSchemaTransformObject>): typeof document {
  if (!('openapi' in document)) return document;
  for (const path of Object.values(document.paths ?? {})) {
    const body = path?.post?.requestBody;
    if (!body || !('content' in body)) continue;
    const schema = body.content['application/json']?.schema;
    if (schema && 'default' in schema) body.required = false;
  }
  delete document.components?.schemas?.ProblemInput;
  return document;
}
