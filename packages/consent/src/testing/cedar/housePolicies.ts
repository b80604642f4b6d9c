/**
 * The rules of the house as Cedar policies, written from the design's words and not from `decide`: a second opinion.
 * Categories are entities named by their codes, in the group of their letter, so that "S*" of the design is Letter::"S".
 *
 * Three questions are asked. `reach`: may this role ever receive this category, for this purpose? Where no role of a
 * worker may, nothing more is asked. `support`: does this worker support this person now, for this purpose? `read`,
 * knowing that: may the caller read this row?
 */

/** What does not depend on the person: the roles, and what a purpose opens. */
export const REACH_POLICIES = `
@id("a key worker receives everything for every purpose that a person can agree to; a referral what service and support need")
permit (principal == Role::"KEY_WORKER", action == Action::"reach", resource)
unless { context.purpose == "REFERRAL" && !(resource in [Letter::"S", Letter::"E"]) };

@id("a mentor")
permit (principal == Role::"MENTOR", action == Action::"reach", resource)
when { resource in [Category::"S1", Category::"S2", Category::"E1", Letter::"C"] && ["EMPLOYABILITY_SUPPORT", "ONE_MEETING", "IN_WORK_SUPPORT", "KEEP_SAFE"].contains(context.purpose) };

@id("a case manager receives referrals for health")
permit (principal == Role::"CASE_MANAGER", action == Action::"reach", resource)
when {
  resource in [Letter::"S", Category::"E1", Category::"E2", Letter::"H", Category::"C1"] &&
  ["EMPLOYABILITY_SUPPORT", "ONE_MEETING", "REFERRAL", "HEALTH_ADJUSTMENTS", "IN_WORK_SUPPORT", "KEEP_SAFE"].contains(context.purpose)
}
unless { context.purpose == "REFERRAL" && resource == Category::"C1" };

@id("a justice worker receives referrals for justice")
permit (principal == Role::"JUSTICE_WORKER", action == Action::"reach", resource)
when {
  resource in [Letter::"S", Category::"E1", Category::"E2", Category::"E4", Letter::"J", Category::"O1"] &&
  ["EMPLOYABILITY_SUPPORT", "ONE_MEETING", "REFERRAL", "IN_WORK_SUPPORT", "KEEP_SAFE"].contains(context.purpose)
}
unless { context.purpose == "REFERRAL" && resource in [Category::"E4", Category::"O1"] };

@id("a housing officer receives referrals for housing")
permit (principal == Role::"HOUSING_OFFICER", action == Action::"reach", resource)
when {
  resource in [Letter::"S", Category::"E1", Category::"E2", Letter::"O"] &&
  ["EMPLOYABILITY_SUPPORT", "ONE_MEETING", "REFERRAL", "ELIGIBILITY", "KEEP_SAFE"].contains(context.purpose)
};

@id("a careers adviser receives referrals for careers")
permit (principal == Role::"CAREERS_ADVISER", action == Action::"reach", resource)
when {
  resource in [Letter::"S", Category::"E1", Category::"E2", Category::"E4", Letter::"C"] &&
  ["EMPLOYABILITY_SUPPORT", "ONE_MEETING", "REFERRAL", "KEEP_SAFE"].contains(context.purpose)
}
unless { context.purpose == "REFERRAL" && resource == Category::"E4" };

@id("a work coach receives referrals for employability")
permit (principal == Role::"WORK_COACH", action == Action::"reach", resource)
when {
  resource in [Category::"S1", Category::"E1", Category::"E2", Category::"E4", Category::"C1"] &&
  ["EMPLOYABILITY_SUPPORT", "ONE_MEETING", "REFERRAL", "ELIGIBILITY", "IN_WORK_SUPPORT", "KEEP_SAFE"].contains(context.purpose)
}
unless { context.purpose == "REFERRAL" && resource == Category::"C1" };

@id("the data protection lead reads who looked, and nothing else")
permit (principal == Role::"DATA_PROTECTION_LEAD", action == Action::"reach", resource == Category::"M1")
when { context.purpose == "AUDIT" };

@id("who looked is for an audit by the data protection lead alone")
forbid (principal, action == Action::"reach", resource == Category::"M1")
unless { principal == Role::"DATA_PROTECTION_LEAD" };

@id("risk and safety is opened by statute alone, to a justice worker")
forbid (principal, action == Action::"reach", resource == Category::"J4")
unless { principal == Role::"JUSTICE_WORKER" && context.purpose == "KEEP_SAFE" };

@id("to count is not to look, and an audit is of who looked")
forbid (principal, action == Action::"reach", resource)
when { context.purpose == "STATISTICS" || (context.purpose == "AUDIT" && resource != Category::"M1") };

@id("adjustments for health")
forbid (principal, action == Action::"reach", resource)
when { context.purpose == "HEALTH_ADJUSTMENTS" && !(resource in [Category::"S1", Category::"S3", Category::"H1", Category::"H2"]) };

@id("what somebody may be entitled to")
forbid (principal, action == Action::"reach", resource)
when { context.purpose == "ELIGIBILITY" && !(resource in [Category::"S1", Category::"E2", Category::"E3", Letter::"O", Category::"H1"]) };

@id("support in work")
forbid (principal, action == Action::"reach", resource)
when { context.purpose == "IN_WORK_SUPPORT" && !(resource in [Category::"S1", Category::"S3", Category::"E1", Category::"E4", Category::"H1", Category::"J2"]) };

@id("telling an employer")
forbid (principal, action == Action::"reach", resource)
when { context.purpose == "TELL_EMPLOYER" && !(resource in [Category::"S1", Category::"H1", Category::"J2", Category::"C1"]) };

@id("a plan for a family")
forbid (principal, action == Action::"reach", resource)
when { context.purpose == "FAMILY_PLAN" && !(resource in [Category::"S1", Category::"S5", Category::"E1"]) };
`;

/**
 * What holds for every person; `personPolicies` adds what stands about one. The context says what was answered before,
 * `supports`; and `held`, whether the person stopped all sharing; `unreadable`, whether a row is.
 */
export const HOUSE_POLICIES = `
@id("a person reads their own, but risk and safety")
permit (principal is Person, action == Action::"read", resource)
when { resource.person == principal && resource.category != Category::"J4" };

@id("oversight reads who looked")
permit (principal is Worker, action == Action::"read", resource)
when { resource.category == Category::"M1" };

@id("who supports the person reads the name and how to reach them")
permit (principal is Worker, action == Action::"read", resource)
when { context.supports && resource.category == Category::"S1" };

@id("an agency reads its own rows about the people whom its workers support")
permit (principal is Worker, action == Action::"read", resource)
when { context.supports && resource.controller == principal.agency };

@id("what cannot be read withholds everything")
forbid (principal, action, resource)
when { context.unreadable };

@id("agencies receive what they agreed on, what they hold, and what belongs to all of them")
forbid (principal is Worker, action == Action::"read", resource)
unless { resource.category in principal.receives || resource.category in principal.holds || resource.category in [Letter::"S", Category::"M1", Category::"J4"] };

@id("a hold stops sharing, and takes neither the name nor own rows nor oversight, nor what is opened to keep safe")
forbid (principal is Worker, action == Action::"read", resource)
when { context.held }
unless { resource.category == Category::"S1" || resource.category == Category::"M1" || resource.controller == principal.agency || (context has purpose && context.purpose == "KEEP_SAFE") };
`;
