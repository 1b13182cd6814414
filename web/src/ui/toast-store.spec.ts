import { afterEach, describe, expect, it } from '@jest/globals';
import { clearToasts, readToasts, toast, toastFault } from './toast-store';

const texts = () => readToasts().map(({ text }) => text);

describe('toasts', () => {
  afterEach(clearToasts);

  it('are at most two, the newest ones', () => {
    toast('45 min logged');
    toastFault('This did not work');
    toast('30 min logged');
    expect(texts()).toEqual(['This did not work', '30 min logged']);
  });

  it('are replaced by a later one about the same, so that its Undo is the only one', () => {
    toast('Wren is now a learner and a mentor', () => undefined, 'roles of wren');
    toast('Rook is now a mentor', () => undefined, 'roles of rook');
    toast('Wren is now a learner', undefined, 'roles of wren');
    expect(texts()).toEqual(['Rook is now a mentor', 'Wren is now a learner']);
  });
});
