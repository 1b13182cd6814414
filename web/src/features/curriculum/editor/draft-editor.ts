import type { Draft, DraftState } from '@server/curriculum/drafts/draft.contract';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { UndoSteps, type Step } from './undo-steps';

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
  /** The document that this was said of. */
  judged: DraftDocument;
  saving: Saving;
  canUndo: boolean;
  canRedo: boolean;
}

export type How = 'edited' | 'restored' | 'merged';
/** Saves a document onto a revision. */
export type Keep = (document: DraftDocument, revision: number, how: How) => Promise<DraftState>;

/** Work that no server has yet, as it lies on the device. */
export interface Shelved {
  /** The revision it is based on. */
  since: number;
  document: DraftDocument;
}

/** Where work lies until the server has it: a closed tab, a refused or late save lose nothing. */
export interface Shelf {
  put: (work: Shelved) => void;
  clear: () => void;
}

export interface Told {
  isStale: (error: unknown) => boolean;
  isOffline: (error: unknown) => boolean;
}

/** How long typing may pause before it is saved. */
const PAUSE_MS = 900;
const RETRY_MS = 4_000;

/**
 * A draft under one's hands: every edit is kept by itself after a short pause, and can be undone. One save at a time; what is typed
 * while one is under way goes with the next. Knows nothing of the page.
 */
export class DraftEditor {
  private document: DraftDocument;
  private sent: DraftDocument;
  private known: DraftState;
  private saving: Saving = { kind: 'saved' };
  private readonly steps = new UndoSteps();
  private how: How = 'edited';
  /** The save that is on its way, if any. */
  private underWay: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private snapshot: EditorState;

  /** @param left what lay on the device from an earlier visit; goes on from there */
  constructor(
    { document, ...known }: Draft,
    private readonly keep: Keep,
    private readonly told: Told,
    private readonly shelf: Shelf = { put: () => undefined, clear: () => undefined },
    left?: Shelved,
  ) {
    [this.document, this.sent, this.known] = [document, document, known];
    if (left && JSON.stringify(left.document) !== JSON.stringify(document)) this.goOnFrom(left);
    this.snapshot = this.stateNow();
  }

  private goOnFrom({ since, document }: Shelved): void {
    this.steps.before(this.document, '', Date.now());
    this.document = document;
    if (since === this.known.revision) return;
    // Somebody saved meanwhile: the two are merged from where this one began.
    this.known = { ...this.known, revision: since };
    this.saving = { kind: 'stale' };
  }

  /** Starts the clock for what lay on the device. */
  begin(): void {
    if (this.document === this.sent) this.shelf.clear();
    else if (this.saving.kind === 'saved') this.wait(PAUSE_MS, { kind: 'waiting' });
  }

  readonly state = (): EditorState => this.snapshot;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @param key what is edited: edits of the same field that follow one another are one step of undo */
  edit(key: string, document: DraftDocument): void {
    if (document === this.document) return;
    this.steps.before(this.document, key, Date.now());
    this.become(document);
  }

  /** What follows from the last edit, and is undone with it: a slug that goes along with its title. */
  adjust(document: DraftDocument): void {
    this.become(document);
  }

  /** @returns the place that was edited, of which nothing is left now; undefined where there is nothing to undo */
  undo(): string | undefined {
    return this.goTo(this.steps.undo(this.document));
  }

  redo(): string | undefined {
    return this.goTo(this.steps.redo(this.document));
  }

  /** Undoes an edit as long as nothing came after it. @param outcome what the edit made of the document */
  takeBack(outcome: DraftDocument): boolean {
    return this.document === outcome && this.undo() !== undefined;
  }

  /** Puts a whole document in place of this one: the outcome of a merge, or a save of old. `onto` is the revision it is to follow. */
  async replace(document: DraftDocument, how: How, onto = this.known.revision): Promise<void> {
    this.steps.before(this.document, '', Date.now());
    this.known = { ...this.known, revision: onto };
    this.how = how;
    this.document = document;
    await this.save();
  }

  /** Saves at once what still waits. @returns whether the server has everything now */
  async flush(): Promise<boolean> {
    if (this.saving.kind === 'saving') await this.underWay;
    if (this.saving.kind !== 'stale' && this.document !== this.sent) await this.save();
    return this.document === this.sent;
  }

  /** Ends the clock; what waits is saved all the same. */
  close(): void {
    clearTimeout(this.timer);
    if (this.saving.kind === 'waiting' || this.saving.kind === 'offline') void this.save();
    clearTimeout(this.timer);
  }

  private goTo(step: Step | undefined): string | undefined {
    if (step) this.become(step.document);
    return step?.key;
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
    if (this.document === this.sent) this.shelf.clear();
    else this.shelf.put({ since: this.known.revision, document: this.document });
    this.snapshot = this.stateNow();
    for (const listener of this.listeners) listener();
  }

  private stateNow(): EditorState {
    const { document, known, sent, saving } = this;
    return { document, known, judged: sent, saving, canUndo: this.steps.canUndo, canRedo: this.steps.canRedo };
  }
}
