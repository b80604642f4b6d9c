import type { TryItAccount } from './tryIt.ts';

/** What the page is told: who can sign in, and the reasons for asking, each with words for a list. */
export interface PageChoices {
  readonly accounts: readonly TryItAccount[];
  readonly purposes: readonly { readonly name: string; readonly words: string }[];
}

/** Nothing but our own files, no script or style in the page itself, and nobody may frame it. */
export const PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page as HTML: one place for its script to grow in. */
export const page = (choices: PageChoices): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Thegither: try it</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/try/tryIt.css">
<script type="application/json" id="house">${embedded(choices)}</script>
<script type="module" src="/try/tryIt.js"></script>
</head>
<body>
<div id="try-it"></div>
<noscript>This page needs JavaScript. Without it, send GraphQL by POST to /graphql: the README shows how.</noscript>
</body>
</html>
`;

/** JSON that no HTML parser takes for the end of its element. */
const embedded = (value: object): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
