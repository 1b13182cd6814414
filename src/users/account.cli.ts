/** `npm run account -- reset EMAIL` */
const USAGE = `Sets a new password for someone who lost theirs, and prints it once.

  npm run account -- reset EMAIL`;

const [verb, email, ...more] = process.argv.slice(2);

if (verb === '--help' || verb === '-h') console.log(USAGE);
else if (verb !== 'reset' || !email || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  // Loaded only now, so that the usage is shown at once and without starting a database.
  const { resetPassword } = await import('./reset-password.js');
  await resetPassword(email);
}

export {};
