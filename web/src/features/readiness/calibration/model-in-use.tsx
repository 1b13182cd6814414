import { LEARNS_FROM_EXAMS, type Calibration } from '@server/readiness/calibration/calibration.contract';
import { Chip } from '../../../ui/chip';
import { count, dateInFull, dateOf } from '../../../ui/format';
import { CheckIcon } from '../../../ui/icons';
import { ResponsiveTable } from '../../../ui/responsive-table';
import { Section } from '../../../ui/section';

/** Which model says the chances now, and each time that it was fitted to outcomes of here. */
export function ModelInUse({ model, fits }: Pick<Calibration, 'model' | 'fits'>) {
  return (
    <Section title="The model in use" aside={<code className="sm">{model.version}</code>}>
      <p className="read" style={{ marginBottom: 16 }}>
        {model.isShipped
          ? `It is the one that Daymark ships, fitted to learners of the Open University. It has not learnt from exams here yet: that begins by itself with ${LEARNS_FROM_EXAMS} of them.`
          : 'It has learnt from exams recorded here. It is fitted anew as outcomes come in, and taken over only where it does better on outcomes it has not seen.'}
      </p>
      {fits.length > 0 && (
        <ResponsiveTable
          caption="Fits of the model"
          rows={fits}
          rowKey={({ version }) => version}
          columns={[
            { key: 'version', head: 'Version', cell: ({ version }) => <code className="sm">{version}</code> },
            { key: 'when', head: 'Fitted on', cell: ({ fittedAt }) => dateInFull(dateOf(fittedAt)) },
            { key: 'outcomes', head: 'Outcomes', align: 'end', cell: ({ outcomes }) => <span className="num">{count(outcomes)}</span> },
            {
              key: 'loss',
              head: 'Log loss, and before',
              align: 'end',
              cell: ({ logLoss, logLossBefore }) => (
                <span className="num">
                  {logLoss.toFixed(4)} <span className="soft">of {logLossBefore.toFixed(4)}</span>
                </span>
              ),
            },
            {
              key: 'adopted',
              head: 'Taken over',
              cell: ({ isAdopted }) =>
                isAdopted ? (
                  <Chip tone="ready" icon={<CheckIcon size="s" />}>
                    Yes
                  </Chip>
                ) : (
                  <span className="sm soft">No, it did no better</span>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
