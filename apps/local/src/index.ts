export { personAccounts, workerAccounts, type Account } from './accounts.ts';
export { openIssuer, type Issuer } from './issuer.ts';
export { openHouse, type House, type HouseOptions } from './openHouse.ts';
export { printApi } from './printApi.ts';
export { prepareDatabases, type Database, type HouseDatabases } from './prepareDatabases.ts';
export { FREE_PORTS, portsFrom, type Ports } from './ports.ts';
export { makeKeys, type HouseKeys } from './houseKeys.ts';
export { silently, telling, type Step } from './steps.ts';
export { startLocalHouse } from './startLocalHouse.ts';
