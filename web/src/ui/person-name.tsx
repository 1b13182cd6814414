import classes from './person-name.module.css';

/** What somebody is called, in a line of its own direction; a long word breaks rather than run over what stands beside it. */
export const PersonName = ({ children }: { children: string }) => <bdi className={classes.name}>{children}</bdi>;
