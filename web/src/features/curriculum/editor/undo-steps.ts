import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';

/** A state to go back to, and the place that was edited then. */
export interface Step {
  document: DraftDocument;
  key: string;
}

/** Typing in one field within this time is undone as one. */
const ONE_STEP_MS = 1_500;
const MOST_STEPS = 200;

/** What was done, and what was taken back and can be done again. */
export class UndoSteps {
  private past: Step[] = [];
  private future: Step[] = [];
  private lastEdit = { key: '', at: 0 };

  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Before an edit of `key`: edits of the same thing that follow one another are one step. No key: a step of its own. */
  before(document: DraftDocument, key: string, now: number): void {
    const isSame = key !== '' && key === this.lastEdit.key && now - this.lastEdit.at <= ONE_STEP_MS;
    if (!isSame) this.past = [...this.past.slice(-MOST_STEPS), { document, key }];
    this.lastEdit = { key, at: now };
    this.future = [];
  }

  undo(document: DraftDocument): Step | undefined {
    const step = this.past.at(-1);
    if (!step) return undefined;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, { document, key: step.key }];
    this.lastEdit = { key: '', at: 0 };
    return step;
  }

  redo(document: DraftDocument): Step | undefined {
    const step = this.future.at(-1);
    if (!step) return undefined;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, { document, key: step.key }];
    this.lastEdit = { key: '', at: 0 };
    return step;
  }
}
