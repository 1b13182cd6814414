import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { downloadArchive } from '@server/archive/archive.contract';
import { call } from '../../api/call';
import { messageOf } from '../../ui/failed';
import { saveFile } from '../../ui/save-file';
import { Section } from '../../ui/section';

/** Everything of one's own, to carry away. */
export function ArchiveSettings() {
  const download = useMutation({ mutationFn: () => call(downloadArchive, {}), onSuccess: saveFile });
  return (
    <Section
      title="Your data"
      lead="Everything that Daymark holds of yours as one ZIP file: your plans, your log (it can be imported again), results, evidence with its files, and reviews."
    >
      <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        Download everything
      </Button>
      {download.error && (
        <p className="sm risk" role="alert" style={{ marginTop: 8 }}>
          It was not downloaded: {messageOf(download.error)}
        </p>
      )}
    </Section>
  );
}
