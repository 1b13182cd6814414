import { useMutation, type UseMutationOptions } from '@tanstack/react-query';

interface Afterwards<Answer> {
  onSuccess?: ((answer: Answer) => unknown) | undefined;
  onError?: ((error: Error) => unknown) | undefined;
}

/**
 * As `useMutation`, but what `mutate` is told to do afterwards is done even where the change takes its component off the page, as a row
 * that is deleted: there a toast would be lost whenever the row went before all else was asked for again.
 */
export function useLastingMutation<Answer, Input>(options: UseMutationOptions<Answer, Error, Input>) {
  const mutation = useMutation(options);
  const mutate = (input: Input, { onSuccess, onError }: Afterwards<Answer> = {}): void =>
    void mutation.mutateAsync(input).then(onSuccess, onError ?? (() => undefined));
  return { ...mutation, mutate };
}
