/**
 * SQL: by which way the person of a row may be reminded, from the choices of theirs that stand: at most one of their own,
 * and one that a worker wrote down after it. NONE, whoever said it, is the last word; else what the person said, else
 * what the worker wrote. Null where nobody said anything: then no reminder leaves the house either.
 */
export const wayOf = (person: string): string => `(SELECT CASE WHEN bool_or(c.way = 'NONE') THEN 'NONE' ELSE (array_agg(c.way ORDER BY c.said_by = 'PERSON' DESC))[1] END
    FROM contact_choice c WHERE c.person = ${person} AND c.ended_event IS NULL)`;
