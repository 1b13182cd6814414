import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { mapFramework } from '@server/curriculum/frameworks/framework.contract';
import type { Skill } from '@server/curriculum/curriculum-document.contract';
import { base64Of } from '../../../api/base64';
import { call } from '../../../api/call';
import { Refusal } from '../../../api/refusal';
import { Callout } from '../../../ui/callout';
import { counted, listed } from '../../../ui/format';
import { messageOf } from '../../../ui/failed';

type Known = readonly { slug: string; title?: string | undefined; description?: string | undefined }[];

interface Props {
  skills: Known;
  projects: Known;
  onAdd: (skills: readonly Skill[]) => void;
}

const bare = (parts: Known) => parts.map(({ slug, title, description }) => ({ slug, ...(title && { title }), ...(description && { description }) }));

/** Skills from a framework that somebody else keeps: what came, what was there already, and what a level cannot hold. */
export function FrameworkImport({ skills, projects, onAdd }: Props) {
  const map = useMutation({
    mutationFn: async (file: File) => call(mapFramework, { body: { base64: await base64Of(file), skills: bare(skills), projects: bare(projects) } }),
    onSuccess: ({ added }) => added.length > 0 && onAdd(added),
  });
  // So that the same file can be chosen again.
  const forget = useRef<() => void>(null);
  // Once what it added is taken back, there is nothing to tell of it.
  const isStanding = map.data && (map.data.added.length === 0 || map.data.added.some(({ slug }) => skills.some((skill) => skill.slug === slug)));
  const choose = (file: File | null) => {
    if (file) map.mutate(file);
    forget.current?.();
  };
  return (
    <div className="stack" style={{ '--gap': '12px' } as React.CSSProperties}>
      <FileButton accept=".json,.csv" resetRef={forget} onChange={choose}>
        {(props) => (
          <Button {...props} variant="subtle" size="sm" loading={map.isPending} style={{ justifySelf: 'start' }}>
            Import a framework (CASE or Moodle)
          </Button>
        )}
      </FileButton>
      {map.error && (
        <Callout tone="risk" alert title="Nothing was taken from this file">
          {map.error instanceof Refusal && map.error.problem.errors ? (
            <ul>
              {map.error.problem.errors.slice(0, 20).map(({ path, message }) => (
                <li key={`${path} ${message}`}>{[path, message].filter(Boolean).join(': ')}</li>
              ))}
            </ul>
          ) : (
            messageOf(map.error)
          )}
        </Callout>
      )}
      {map.data && isStanding && (
        <Callout title={`${map.data.title}: ${counted(map.data.added.length, 'skill')} added`} alert>
          {map.data.added.length > 0 && <p>Give them weights and hours. Undo takes them all away again.</p>}
          {map.data.kept.length > 0 && <p>There already, and left as they are: {listed(map.data.kept.slice(0, 10))}.</p>}
          {map.data.unmapped.length > 0 && (
            <details>
              <summary>{counted(map.data.unmapped.length, 'thing')} that a level cannot hold</summary>
              <ul>
                {map.data.unmapped.map(({ what, why }) => (
                  <li key={`${what} ${why}`}>
                    <b>{what}</b>. {why}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Callout>
      )}
    </div>
  );
}
