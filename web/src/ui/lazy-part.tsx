/** Parts of a page that the first page can do without: their code is loaded when they are shown, or when somebody is about to show them. */
import { useEffect, useReducer, useState, type ComponentType, type ReactNode } from 'react';
import { Failed } from './failed';
import { lazyCode, type LazyCode } from './lazy-code';
import { SheetSkeleton, type SheetShape } from './sheet-skeleton';

type Fetch<Props> = () => Promise<ComponentType<Props>>;

interface Sheet {
  opened: boolean;
  onClose: () => void;
}

type LazyPart<Props> = ((props: Props) => ReactNode) & {
  /** Spread on the button that shows the part: it starts loading the code before the click. */
  onIntent: { onPointerEnter: () => void; onFocus: () => void };
};

/** @param what name of the part in the error message: 'The exam result' */
export function lazyPart<Props extends object>(what: string, fetchPart: Fetch<Props>, waiting: ReactNode = null): LazyPart<Props> {
  const code = lazyCode(fetchPart);
  return Object.assign(
    (props: Props) => {
      const { Part, error, again } = useCode(code, true);
      if (Part) return <Part {...props} />;
      return error ? <Failed what={what} error={error} again={again} /> : waiting;
    },
    { onIntent: intentOf(code) },
  );
}

/** The same for a drawer or dialog. Its code is loaded when it first opens. After that it stays mounted, so that it can close and return the focus. */
export function lazySheet<Props extends Sheet>(what: string, fetchSheet: Fetch<Props>, shape: SheetShape = 'drawer'): LazyPart<Props> {
  const code = lazyCode(fetchSheet);
  return Object.assign(
    (props: Props) => {
      const { Part, error, again } = useCode(code, props.opened);
      if (Part) return <OpenAfterMount Part={Part} props={props} />;
      return (
        props.opened && (
          <SheetSkeleton label={what} shape={shape} onClose={props.onClose}>
            {error !== undefined && <Failed what={what} error={error} again={again} />}
          </SheetSkeleton>
        )
      );
    },
    { onIntent: intentOf(code) },
  );
}

/** A dialog saves the focus when it changes from closed to open. So it mounts closed and opens right after. */
function OpenAfterMount<Props extends Sheet>({ Part, props }: { Part: ComponentType<Props>; props: Props }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => queueMicrotask(() => setThere(true)), []);
  return <Part {...props} opened={isThere && props.opened} />;
}

const intentOf = (code: LazyCode<unknown>) => {
  // The error is shown when the part is.
  const load = () => void code.load().catch(() => undefined);
  return { onPointerEnter: load, onFocus: load };
};

function useCode<Props>(code: LazyCode<ComponentType<Props>>, isWanted: boolean) {
  const [error, setError] = useState<unknown>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const Part = code.read();
  const isMissing = isWanted && !Part && error === undefined;
  useEffect(() => {
    if (!isMissing) return;
    let isOver = false;
    code.load().then(
      () => isOver || redraw(),
      (fault: unknown) => isOver || setError(fault ?? new Error('Not loaded')),
    );
    return () => {
      isOver = true;
    };
  }, [code, isMissing]);
  // A part that failed and was closed tries again when it opens again.
  useEffect(() => (isWanted ? () => setError(undefined) : undefined), [isWanted]);
  return { Part, error, again: () => setError(undefined) };
}
