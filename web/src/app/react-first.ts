import 'react-dom/client';
import { nextTask } from './next-task';

// The modules imported after this one are evaluated in another task, because all of them together block a slow phone for a quarter of a second.
await nextTask();
