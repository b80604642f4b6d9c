import { GraphQLError, Lexer, Source, TokenKind, parse, type DocumentNode } from 'graphql';
import { holdTo, type Limits } from './limits.ts';

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Parses a question that is short enough. Undefined for what is no GraphQL: that is refused by whoever says where it is
 * wrong. Throws BAD_REQUEST.
 */
export function parseWithin(query: string, limits: Limits): DocumentNode | undefined {
  try {
    readTokens(query, limits);
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** Reads word by word before anything is understood: the parser goes as deep as the brackets do, and would run out of stack. */
function readTokens(query: string, limits: Limits): void {
  const lexer = new Lexer(new Source(query));
  for (let tokens = 1, open = 0; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    holdTo('tokens', limits, tokens);
    if (OPENS.has(lexer.token.kind)) open++;
    if (CLOSES.has(lexer.token.kind)) open--;
    // As deep as fields may be, and as values may be inside the arguments of the last of them.
    if (open > 2 * limits.depth + 2) holdTo('depth', limits, open);
  }
}
