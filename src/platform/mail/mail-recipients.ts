/** Says who may get mail. The platform has no accounts, so the feature `users` provides this. */
export abstract class MailRecipients {
  /**
   * Asked right before each attempt, because mail may wait for hours.
   * @param message its kind, and the id of an account or an invitation
   */
  abstract mayReceive(message: { personId: string; kind: string }): Promise<boolean>;
}
