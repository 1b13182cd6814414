/** Opens search and commands; what that takes is loaded beside the page, not with it. */
export const openCommands = (): void => void import('./commands').then((commands) => commands.openCommands());
