/**
 * Whether worker `w` answers notice `n` for the agency: its data protection lead answers every one; a team's lead those
 * of what was told to somebody of their team, or to nobody who is in any team of the agency now. To other leads of the
 * agency it would only tell what a person had shared with their colleagues.
 */
export const MAY_ANSWER = `n.agency = w.agency AND ('DATA_PROTECTION_LEAD' = ANY (w.roles) OR ('TEAM_LEAD' = ANY (w.roles) AND (
      EXISTS (SELECT FROM worker told WHERE told.id = ANY (n.workers) AND told.team = w.team)
      OR NOT EXISTS (SELECT FROM worker told WHERE told.id = ANY (n.workers) AND told.agency = w.agency AND told.team IS NOT NULL))))`;
