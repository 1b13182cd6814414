/** Says who may get mail. The platform has no accounts, so the feature `users` provides this. */
export abstract class MailRecipients {
  /**
   * Asked right before each attempt, because mail may wait for hours.
   * @param personId of the message: an account, or something else that mail goes to
   */
  abstract mayReceive(personId: string): Promise<boolean>;
}
