import classes from './person-name.module.css';

/** A person's name, with its own text direction. A long word breaks instead of overlapping what is beside it. */
export const PersonName = ({ children }: { children: string }) => <bdi className={classes.name}>{children}</bdi>;
