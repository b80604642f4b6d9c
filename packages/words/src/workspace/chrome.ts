/** What stands on every page of the workspace. */
export const chrome = {
  app: 'Thegither for workers',
  sections: { today: 'Today', caseload: 'People I support' },
  nameNotShared: 'Somebody whose name is not shared with you',
} as const;
