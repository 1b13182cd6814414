import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { moreAWeek, type Trial } from './trial';

/** Whoever comes with another exam date or more minutes a week in the address (keep or move the exam) finds the what-if open with it. */
export function useWantedTrial(stands: Trial, open: (trial: Trial) => void): void {
  const { examOn, more } = useSearch({ from: '/inside/learner/plan' });
  const navigate = useNavigate();
  const isOpened = useRef(false);
  useEffect(() => {
    const isWanted = examOn !== undefined || more !== undefined;
    // The address still says it for some renders after it was opened.
    if (isWanted === isOpened.current) return;
    isOpened.current = isWanted;
    if (!isWanted) return;
    open({ ...stands, examOn: examOn ?? stands.examOn, availability: more === undefined ? stands.availability : moreAWeek(stands.availability, more) });
    // Once it is open the address says no more of it, so that coming back to it opens nothing.
    void navigate({ to: '/plan', search: {}, replace: true });
  });
}
