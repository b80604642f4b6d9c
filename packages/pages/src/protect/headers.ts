import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono';

const unkept: MiddlewareHandler = async (c, next) => {
  await next();
  // Back after a stop asks again: what a page said is nowhere else.
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};

/**
 * What a browser may do with our pages: nothing from elsewhere, no script or style that is not a file of ours, in nobody's
 * frame, kept by nobody on the way. `issuer`: where the sign-out form may lead.
 */
export function protectPages({ issuer, secure }: { readonly issuer: string; readonly secure: boolean }): MiddlewareHandler[] {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
      formAction: ["'self'", new URL(issuer).origin], frameAncestors: ["'none'"], baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin', xFrameOptions: 'DENY', crossOriginOpenerPolicy: 'same-origin', crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
  });
  return [headers, unkept];
}
