/** Where the sharing directives are defined; a subgraph links to it. */
export const SHARING_SPEC = 'https://thegither.example/sharing/v1.0';

/** The two directives that say what is personal, as every subgraph's schema declares them. */
export const SHARING_DIRECTIVES = `
directive @personal(category: String!) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
directive @notPersonal(because: String!) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
`;
