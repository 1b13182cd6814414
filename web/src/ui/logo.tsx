/** The mark: a white beacon with one red band. Never tilted, never in a circle. It fills the box it stands in. */
export function Logo({ mono = false }: { mono?: boolean }) {
  if (mono)
    return (
      <svg viewBox="0 0 32 32" fill="currentColor" aria-hidden>
        <path fillRule="evenodd" d="M7 0h18a7 7 0 0 1 7 7v18H22L19.6 11h-7.2L10 25H0V7a7 7 0 0 1 7-7zM16 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z" />
        <path d="M11.5 16h9l.85 5h-10.7zM0 27h32a6.5 6.5 0 0 1-7 5H7a6.5 6.5 0 0 1-7-5z" />
      </svg>
    );
  return (
    <svg viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="var(--mark-ground)" />
      <circle cx="16" cy="6.5" r="3" fill="var(--mark-white)" />
      <path d="M12.4 11h7.2l.9 5h-9zM10.7 21h10.6l.9 5H9.8z" fill="var(--mark-white)" />
      <path d="M11.5 16h9l.8 5H10.7z" fill="var(--mark-red)" />
      <path d="M0 26h32a6.5 6.5 0 0 1-7 6H7a6.5 6.5 0 0 1-7-6z" fill="var(--mark-red)" />
    </svg>
  );
}
