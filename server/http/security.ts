import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../core/config.ts';

/**
 * Headers that keep the page to itself. Those that make sense only over TLS are sent only when the public address is
 * https: on a school's plain LAN address a browser would complain about them, or upgrade requests that cannot be.
 */
export async function securityHeaders(app: FastifyInstance, config: Config): Promise<void> {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        // Browsers that do not yet count the socket as 'self' need it named; the page only knows its own host.
        connectSrc: config.publicUrl ? ["'self'", config.publicUrl.replace(/^http/, 'ws')] : ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: config.frameAncestors.length > 0 ? ["'self'", ...config.frameAncestors] : ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Frames are ruled by frame-ancestors; the older header cannot name others and would contradict it.
    xFrameOptions: config.frameAncestors.length > 0 ? false : { action: 'deny' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  });
}
