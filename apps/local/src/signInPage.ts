import type { Account } from './accounts.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter]!);

/** What a browser may do with the page: send its form, to here and on to where it came from, and nothing else. */
export const SIGN_IN_POLICY = "default-src 'none'; style-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** The page on which a demo account is picked. No password, and so nothing that anybody could take it for a real one. */
export const signInPage = (accounts: readonly Account[], action: string): string => `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in to the demo</title></head>
<body>
<main>
<h1>Who are you today?</h1>
<p>Everybody here is made up. Pick an account to sign in.</p>
<form method="post" action="${escaped(action)}">
<ul>
${accounts.map(({ name, words }) => `<li><button type="submit" name="account" value="${escaped(name)}">${escaped(words ?? name)}</button></li>`).join('\n')}
</ul>
</form>
</main>
</body>
</html>
`;
