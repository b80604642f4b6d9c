import { compareFamily } from './compare.ts';

compareFamily('entityInterfaces');
