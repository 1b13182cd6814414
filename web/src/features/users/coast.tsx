import classes from './coast.module.css';

/** The picture of sign-in alone: a beacon on its coast, the sun behind it, by day or by night. */
export function Coast() {
  return (
    <div className={classes.picture} aria-hidden>
      <svg className={classes.wide} viewBox="0 0 640 800" preserveAspectRatio="xMidYMax slice">
        <Scene />
      </svg>
      <svg className={classes.phone} viewBox="-190 96 830 500" preserveAspectRatio="xMidYMax slice">
        <Scene />
      </svg>
    </div>
  );
}

const Scene = () => (
  <>
    <rect x="-600" y="-400" width="2000" height="1300" fill="var(--scene-sky)" />
    <circle cx="178" cy="470" r="92" fill="var(--scene-sun)" />
    <rect x="-600" y="470" width="2000" height="430" fill="var(--scene-sea)" />
    <path
      d="M112 500h132M134 524h88M152 548h52M60 596h70M24 640h110M190 664h86M96 712h120M-180 560h90M-120 620h60"
      stroke="var(--scene-wave)"
      strokeWidth="3"
      strokeLinecap="round"
    />
    <circle cx="480" cy="146" r="26" fill="var(--scene-ink)" />
    <path d="M480 170v36" stroke="var(--scene-ink)" strokeWidth="7" />
    <path d="M446 204h68l8.3 84h-84.6z" fill="var(--scene-red)" />
    <path d="M437.7 288h84.6l8.3 84H429.4z" fill="var(--scene-white)" />
    <path d="M429.4 372h101.2l8.3 84H421.1z" fill="var(--scene-red)" />
    <path d="M421.1 456h117.8l8.3 84H412.8z" fill="var(--scene-white)" />
    <path d="M412.8 540h134.4l9.9 100H402.9z" fill="var(--scene-red)" />
    <path d="M760 508 560 560c-80 16-170 22-232 62-60 38-92 104-104 178h536z" fill="var(--scene-land)" />
  </>
);
