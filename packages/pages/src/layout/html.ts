import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Answers with a whole page. The library writes no doctype, and without one browsers fall into the ways of the nineties. */
export const html = async (c: Context, page: HtmlEscapedString | Promise<HtmlEscapedString>, status: ContentfulStatusCode = 200): Promise<Response> =>
  c.html(`<!DOCTYPE html>${await page}`, status);
