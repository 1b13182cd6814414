/** The most used passwords of published leaks, about 49,000, in lower case (MIT, with the package). Read once, when the first is asked about. */
export async function isCommonPassword(password: string): Promise<boolean> {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return (await common).has(password);
}

let common: Promise<ReadonlySet<string>> | undefined;
