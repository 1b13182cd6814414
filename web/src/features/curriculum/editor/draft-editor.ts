import type { Draft, DraftState } from '@server/curriculum/drafts/draft.contract';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';

/** Where the work stands: with the server, on the way there, or kept from it. */
export type Saving =
  | { kind: 'saved' | 'waiting' | 'saving' | 'offline' }
  /** Somebody else saved it meanwhile: the two are to be brought together. */
  | { kind: 'stale' }
  | { kind: 'refused'; message: string };

export interface EditorState {
  document: DraftDocument;
  /** What the server said of the last save: revision, faults, changes, by whom and when. */
  known: DraftState;
  saving: Saving;
  canUndo: boolean;
  canRedo: boolean;
}

export type How = 'edited' | 'restored' | 'merged';
/** Saves a document onto a revision. */
export type Keep = (document: DraftDocument, revision: number, how: How) => Promise<DraftState>;

export interface Told {
  isStale: (error: unknown) => boolean;
  isOffline: (error: unknown) => boolean;
}

/** How long typing may pause before it is saved. */
const PAUSE_MS = 900;
const RETRY_MS = 4_000;
/** Typing in one field within this time is undone as one. */
const ONE_STEP_MS = 1_500;
const MOST_STEPS = 200;

/**
 * A draft under one's hands: every edit is kept by itself after a short pause, and can be undone. One save at a time; what is typed
 * while one is under way goes with the next. Knows nothing of the page.
 */
export class DraftEditor {
  private document: DraftDocument;
  private sent: DraftDocument;
  private known: DraftState;
  private saving: Saving = { kind: 'saved' };
  private past: DraftDocument[] = [];
  private future: DraftDocument[] = [];
  private lastEdit = { key: '', at: 0 };
  private how: How = 'edited';
  /** The save that is on its way, if any. */
  private underWay: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private snapshot: EditorState;

  constructor(
    { document, ...known }: Draft,
    private readonly keep: Keep,
    private readonly told: Told,
  ) {
    [this.document, this.sent, this.known] = [document, document, known];
    this.snapshot = this.stateNow();
  }

  readonly state = (): EditorState => this.snapshot;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @param key what is edited: edits of the same field that follow one another are one step of undo */
  edit(key: string, document: DraftDocument): void {
    if (document === this.document) return;
    const now = Date.now();
    if (key !== this.lastEdit.key || now - this.lastEdit.at > ONE_STEP_MS) this.past = [...this.past.slice(-MOST_STEPS), this.document];
    this.lastEdit = { key, at: now };
    this.future = [];
    this.become(document);
  }

  undo(): void {
    const before = this.past.at(-1);
    if (!before) return;
    this.future = [...this.future, this.document];
    this.past = this.past.slice(0, -1);
    this.lastEdit = { key: '', at: 0 };
    this.become(before);
  }

  redo(): void {
    const next = this.future.at(-1);
    if (!next) return;
    this.past = [...this.past, this.document];
    this.future = this.future.slice(0, -1);
    this.lastEdit = { key: '', at: 0 };
    this.become(next);
  }

  /** Puts a whole document in place of this one: the outcome of a merge, or a save of old. `onto` is the revision it is to follow. */
  async replace(document: DraftDocument, how: How, onto = this.known.revision): Promise<void> {
    this.past = [...this.past.slice(-MOST_STEPS), this.document];
    this.future = [];
    this.known = { ...this.known, revision: onto };
    this.how = how;
    this.document = document;
    await this.save();
  }

  /** Saves at once what still waits; done when nothing is on its way any more. */
  async flush(): Promise<void> {
    if (this.saving.kind === 'saving') await this.underWay;
    if (this.saving.kind !== 'stale' && this.document !== this.sent) await this.save();
  }

  /** Ends the clock; what waits is saved all the same. */
  close(): void {
    clearTimeout(this.timer);
    if (this.saving.kind === 'waiting' || this.saving.kind === 'offline') void this.save();
    clearTimeout(this.timer);
  }

  private become(document: DraftDocument): void {
    this.document = document;
    if (this.saving.kind !== 'stale' && this.saving.kind !== 'saving') this.wait(PAUSE_MS, { kind: 'waiting' });
    else this.tell();
  }

  private wait(ms: number, saving: Saving): void {
    clearTimeout(this.timer);
    this.saving = saving;
    this.timer = setTimeout(() => void this.save(), ms);
    this.tell();
  }

  private save(): Promise<void> {
    if (this.saving.kind !== 'saving') this.underWay = this.saveNow();
    return this.underWay;
  }

  private async saveNow(): Promise<void> {
    clearTimeout(this.timer);
    const [document, how] = [this.document, this.how];
    this.saving = { kind: 'saving' };
    this.tell();
    try {
      this.known = await this.keep(document, this.known.revision, how);
      this.sent = document;
      this.how = 'edited';
      if (this.document === document) this.settle({ kind: 'saved' });
      else this.wait(PAUSE_MS, { kind: 'waiting' });
    } catch (error) {
      if (this.told.isOffline(error)) this.wait(RETRY_MS, { kind: 'offline' });
      else if (this.told.isStale(error)) this.settle({ kind: 'stale' });
      else this.settle({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
    }
  }

  private settle(saving: Saving): void {
    this.saving = saving;
    this.tell();
  }

  private tell(): void {
    this.snapshot = this.stateNow();
    for (const listener of this.listeners) listener();
  }

  private stateNow(): EditorState {
    const { document, known, saving } = this;
    return { document, known, saving, canUndo: this.past.length > 0, canRedo: this.future.length > 0 };
  }
}
