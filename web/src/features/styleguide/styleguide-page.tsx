import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { MoonIcon, SunIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { Basics } from './basics';
import { Charts } from './charts';
import { Days } from './days';
import { Scores } from './scores';
import { States } from './states';

/** Every piece and each of its states, in both schemes. */
export default function StyleguidePage() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <PageHead
        title="Style guide"
        lead="Every piece and each of its states, in both schemes"
        aside={
          <Button
            variant="default"
            size="sm"
            leftSection={other === 'dark' ? <MoonIcon size="s" /> : <SunIcon size="s" />}
            onClick={() => setColorScheme(other)}
          >
            {other === 'dark' ? 'Dark' : 'Light'}
          </Button>
        }
      />
      <Basics />
      <Scores />
      <Days />
      <Charts />
      <States />
    </>
  );
}
