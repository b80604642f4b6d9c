import type { WorkspaceWords } from '@thegither/words';
import { careersTopics } from './careers.ts';
import { employabilityTopics } from './employability.ts';
import { healthTopics } from './healthAndWork.ts';
import { housingTopics } from './housing.ts';
import { justiceTopics } from './justice.ts';
import { peopleTopics } from './people.ts';
import { supportTopics } from './support.ts';
import type { Topic } from './topic.ts';

/** Every topic of a person, by the domain that it belongs to, in the order of the page. A category that is not here is not shown; the test compares this with the register and with what is asked. */
export const SECTIONS: readonly { readonly name: keyof WorkspaceWords['person']['sections']; readonly topics: readonly Topic[] }[] = [
  { name: 'people', topics: peopleTopics },
  { name: 'support', topics: supportTopics },
  { name: 'employability', topics: employabilityTopics },
  { name: 'health', topics: healthTopics },
  { name: 'justice', topics: justiceTopics },
  { name: 'housing', topics: housingTopics },
  { name: 'careers', topics: careersTopics },
];
