// Where the portal shows a dispute (争议页面地址).
export const disputeLink = (caseId: string): string => `/grassroots/mediation/disputes/${caseId}`;
