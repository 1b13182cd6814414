import type { ReactNode } from 'react';
import classes from './icons.module.css';

interface IconProps {
  /** 20 px, or 16 beside small text. */
  size?: 'm' | 's';
}

/** A drawing on the 24 grid, 1.75 line, round ends. It never stands without a word or a name beside it, so readers skip it. */
const icon = (drawing: ReactNode) =>
  function Icon({ size = 'm' }: IconProps) {
    return (
      <svg className={size === 's' ? `${classes.icon} ${classes.small}` : classes.icon} viewBox="0 0 24 24" aria-hidden>
        {drawing}
      </svg>
    );
  };

export const TodayIcon = icon(<path d="M3 17h18M6 17a6 6 0 0 1 12 0M12 4v3M4.5 8.5l2 1.8M19.5 8.5l-2 1.8M8 20.5h8" />);
export const PlanIcon = icon(
  <>
    <rect x="3.5" y="5" width="17" height="15.5" rx="2" />
    <path d="M3.5 10h17M8 3v4M16 3v4" />
    <path d="M8 14.5h3" />
  </>,
);
export const ReadinessIcon = icon(
  <>
    <path d="M2.5 13.5h19v5h-19zM7 13.5v5M12 13.5v5M17 13.5v5" />
    <path d="M14 10.5 11.5 5h5z" />
  </>,
);
export const ProgressIcon = icon(<path d="M4 20V11M9.3 20V5M14.6 20v-7M20 20V8" />);
export const LevelsIcon = icon(<path d="M9.2 7h5.6l2.2 13.5H7zM8.4 11.5h7.2M7.7 16h8.6M12 3v4" />);
export const MoreIcon = icon(<path d="M4 7h16M4 12h16M4 17h10" />);
export const AddIcon = icon(<path d="M12 5v14M5 12h14" />);
export const TimerIcon = icon(
  <>
    <circle cx="12" cy="13.5" r="7.5" />
    <path d="M12 9.5v4l2.5 1.5M9.5 3h5" />
  </>,
);
export const BoardIcon = icon(
  <>
    <rect x="3.5" y="4.5" width="17" height="15" rx="2" />
    <path d="M3.5 9.5h17M3.5 14.5h17M9 9.5v10" />
  </>,
);
export const ReviewsIcon = icon(
  <>
    <path d="M6 3.5h9l4 4v13H6z" />
    <path d="m9 13.5 2.2 2.2 4-4.4" />
  </>,
);
export const PeopleIcon = icon(
  <>
    <circle cx="9" cy="8.5" r="3.2" />
    <path d="M3 19.5c.4-3.4 2.8-5.2 6-5.2s5.6 1.8 6 5.2M15.5 5.6a3.2 3.2 0 0 1 0 5.8M17.5 14.8c2 .7 3.2 2.3 3.5 4.7" />
  </>,
);
export const CurriculumIcon = icon(<path d="m12 3.5 8.5 4.5-8.5 4.5L3.5 8zM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5" />);
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8" r="3.8" />
    <path d="M4.5 20.5c.6-4.2 3.5-6.3 7.5-6.3s6.9 2.1 7.5 6.3" />
  </>,
);
export const TrendIcon = icon(
  <>
    <path d="M3.5 20.5h17M3.5 3.5v17" />
    <path d="m7 15 4-4.5 3 2.5 5-6.5" />
  </>,
);
export const SystemIcon = icon(
  <>
    <circle cx="12" cy="12" r="3" />
    <path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 18M18 6l-2.1 2.1M8.1 15.9 6 18" />
  </>,
);
export const CheckIcon = icon(<path d="m4.5 12.5 5 5 10-11" />);
export const PlayIcon = icon(<path d="M7.5 5v14l11.5-7z" />);
export const PauseIcon = icon(<path d="M8 5v14M16 5v14" />);
export const UndoIcon = icon(
  <>
    <path d="M8.5 5 4 9.5 8.5 14" />
    <path d="M4 9.5h10a6 6 0 0 1 0 12h-3" />
  </>,
);
export const SearchIcon = icon(
  <>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m20 20-4.7-4.7" />
  </>,
);
export const ChevronRightIcon = icon(<path d="m9 5 7 7-7 7" />);
export const ChevronLeftIcon = icon(<path d="m15 5-7 7 7 7" />);
export const ChevronDownIcon = icon(<path d="m5 9 7 7 7-7" />);
export const ArrowUpIcon = icon(<path d="M12 19V5M6 11l6-6 6 6" />);
export const ArrowDownIcon = icon(<path d="M12 5v14M6 13l6 6 6-6" />);
export const MinusIcon = icon(<path d="M4 12h16" />);
export const WarningIcon = icon(
  <>
    <path d="M12 4 2.8 20h18.4z" />
    <path d="M12 10v4.5M12 17.3v.2" />
  </>,
);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5.5M12 7.6v.2" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5.3l3.5 2" />
  </>,
);
export const LockIcon = icon(
  <>
    <rect x="5" y="10.5" width="14" height="10" rx="2" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
  </>,
);
export const FlagIcon = icon(<path d="M5.5 21V3.5M5.5 4.5 19 8.7l-13.5 4.3" />);
export const PinIcon = icon(<path d="M12 21v-6M7.5 15h9l-1.5-4V4.5h-6V11z" />);
export const ArrowRightIcon = icon(<path d="M5 12h14M13 6l6 6-6 6" />);
export const MailIcon = icon(
  <>
    <rect x="3.5" y="5.5" width="17" height="13.5" rx="2" />
    <path d="m4 7.5 8 6 8-6" />
  </>,
);
export const NoteIcon = icon(
  <>
    <path d="M4.5 5h15v11l-4 4h-11z" />
    <path d="M8 9.5h8M8 13.5h5" />
  </>,
);
export const GripIcon = icon(<path d="M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1" strokeWidth="2.8" />);
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />);
export const FilterIcon = icon(<path d="M4 6h16M7 12h10M10 18h4" />);
export const DownloadIcon = icon(<path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15" />);
export const BoltIcon = icon(<path d="M12.5 3 5 13.5h6L10.5 21 19 10.5h-6z" />);
export const MoonIcon = icon(<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />);
export const StarIcon = icon(<path d="m12 4 2.4 5.2 5.6.7-4.1 3.9 1 5.7-4.9-2.8-4.9 2.8 1-5.7L4 9.9l5.6-.7z" />);
export const ExternalIcon = icon(<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6" />);
export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2.2M12 18.8V21M3 12h2.2M18.8 12H21M5.6 5.6l1.6 1.6M16.8 16.8l1.6 1.6M18.4 5.6l-1.6 1.6M7.2 16.8l-1.6 1.6" />
  </>,
);
export const DeviceIcon = icon(
  <>
    <rect x="3.5" y="4.5" width="17" height="11.5" rx="2" />
    <path d="M9 20h6M12 16v4" />
  </>,
);
export const SignOutIcon = icon(<path d="M14 4.5H6.5v15H14M11 12h9.5M17 8.5l3.5 3.5-3.5 3.5" />);
export const SettingsIcon = icon(
  <>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </>,
);
export const EditIcon = icon(
  <>
    <path d="M4.5 19.5l1-4L16 5l3 3L8.5 18.5z" />
    <path d="m14 7 3 3" />
  </>,
);
export const DeleteIcon = icon(<path d="M4.5 7h15M9 7V4.5h6V7M6.5 7l1 13h9l1-13" />);
