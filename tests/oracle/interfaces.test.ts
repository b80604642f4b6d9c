import { compareFamily } from './compare.ts';

compareFamily('interfaces');
