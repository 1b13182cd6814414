import { useDocumentTitle } from '@mantine/hooks';
import { ButtonLink } from '../ui/button-link';
import { Logo } from '../ui/logo';
import classes from './lone-page.module.css';

/** No such page, or not one of yours. */
export function NotFoundPage() {
  useDocumentTitle('No such page · Daymark');
  return (
    <div className={classes.page}>
      <span className={classes.mark}>
        <Logo />
      </span>
      <h1>There is no such page</h1>
      <p className="soft">The address may have a slip in it, or the page is not one of yours.</p>
      <ButtonLink to="/">Go to the start</ButtonLink>
    </div>
  );
}
