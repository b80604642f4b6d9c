export { createGateway, type Gateway, type GatewayDeps, type OpenGateway } from './gateway.ts';
export { BREAKING, type Breaking } from './breaker/breaker.ts';
export { createAdmission, type Admission } from './limits/admission.ts';
export { LIMITS, type Limits } from './limits/limits.ts';
export { RATES, type Rate, type Rates } from './rates/rates.ts';
export { watchFile } from './supergraph/watchFile.ts';
export type { TryItAccount } from './tryIt/tryIt.ts';
