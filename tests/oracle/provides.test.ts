import { compareFamily } from './compare.ts';

compareFamily('provides');
