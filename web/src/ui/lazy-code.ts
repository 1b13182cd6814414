/** Code that is fetched once, when it is first needed. After a failure the next call tries again. */
export interface LazyCode<Code> {
  load: () => Promise<Code>;
  /** The code where it is there already. */
  read: () => Code | undefined;
}

export function lazyCode<Code>(fetchCode: () => Promise<Code>): LazyCode<Code> {
  let loaded: Code | undefined;
  let loading: Promise<Code> | undefined;
  const load = () =>
    (loading ??= fetchCode().then(
      (code) => (loaded = code),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));
  return { load, read: () => loaded };
}
