import { Markdown as Compiled, type MarkdownToJSX } from 'markdown-to-jsx/react';
import { classNames } from './class-names';
import classes from './markdown.module.css';

/** No HTML of the writer's own, no pictures from elsewhere; links are checked by the library, and open without telling where from. */
const OPTIONS: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    a: { props: { rel: 'noopener noreferrer nofollow', target: '_blank' } },
    img: () => null,
    // Below the headings of the page it stands on.
    h1: 'h3',
    h2: 'h4',
    h3: 'h5',
    h4: 'h6',
    h5: 'h6',
  },
};

/** What somebody wrote, with its lists, links and emphasis. */
export function Markdown({ children, className }: { children: string; className?: string | undefined }) {
  return (
    <div className={classNames(classes.markdown, className)}>
      <Compiled options={OPTIONS}>{children}</Compiled>
    </div>
  );
}
