import type { Fault } from '../fault.contract.js';
import type { Unmapped } from './unmapped.contract.js';

/**
 * A skills framework as Daymark sees it, whatever file it came from: its leaves in their order, each with the groups that it stands in.
 * A leaf is what has nothing below it and can become a skill; a group is everything else, and lives on as a title in `path`.
 */
export interface Framework {
  format: 'case' | 'moodle';
  title: string;
  items: FrameworkItem[];
  /** What the file holds and these items do not. */
  unmapped: Unmapped[];
}

export interface FrameworkItem {
  /** As the framework knows it: a GUID in CASE, an ID number in Moodle; unique within the framework. */
  id: string;
  /** The code that people see, such as A-REI.3; empty where there is none. */
  code: string;
  /** One line, never empty, at most as long as the title of a skill; one that was cut ends in … and stands whole in the description. */
  title: string;
  /** Plain text in paragraphs; empty where the title says it all. */
  description: string;
  /** Titles of the groups above, the outermost first. */
  path: readonly string[];
  /** Its place among all items, from 1. */
  order: number;
}

export type FrameworkRead = { framework: Framework; faults?: never } | { framework?: never; faults: Fault[] };

/** No framework in use comes near; a file beyond it is not looked through. */
export const MOST_ITEMS = 50_000;
