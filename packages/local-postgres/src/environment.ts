/** The environment of PostgreSQL's programs: one language for what they say, and none of the PG* settings that a developer has for another server. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
  LC_ALL: 'C',
});
