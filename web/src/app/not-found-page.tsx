import { useDocumentTitle } from '@mantine/hooks';
import { ButtonLink } from '../ui/button-link';
import { LonePage } from './lone-page';

/** No such page, or not one of yours. */
export function NotFoundPage() {
  useDocumentTitle('No such page · Daymark');
  return (
    <LonePage title="There is no such page">
      <p>The address may have a slip in it, or the page is not one of yours.</p>
      <ButtonLink to="/">Go to the start</ButtonLink>
    </LonePage>
  );
}
