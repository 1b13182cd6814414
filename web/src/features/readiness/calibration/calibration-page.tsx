import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Calibration, LevelCalibration } from '@server/readiness/calibration/calibration.contract';
import { Empty } from '../../../ui/empty';
import { Facts } from '../../../ui/facts';
import { count } from '../../../ui/format';
import { PageHead } from '../../../ui/page-head';
import { QueryRegion } from '../../../ui/query-region';
import { ResponsiveTable } from '../../../ui/responsive-table';
import { Section } from '../../../ui/section';
import { calibrationQuery } from '../readiness-queries';
import { ModelInUse } from './model-in-use';
import { percent, tooFewWords, verdictOf, type Quality } from './reliability';
import { ReliabilityDiagram } from './reliability-diagram';

/** How well the chances of passing came out, over all or of one level and release, and the model that says them. */
export default function CalibrationPage() {
  const query = useQuery(calibrationQuery());
  return (
    <>
      <PageHead
        crumb={{ to: '/system', title: 'System', here: 'How chances came out' }}
        title="How chances came out"
        lead="What was to be said of each exam on its day, from what was known by then, beside what became of it"
      />
      <QueryRegion query={query} what="How chances came out">
        {(calibration) => <Whole calibration={calibration} />}
      </QueryRegion>
    </>
  );
}

function Whole({ calibration }: { calibration: Calibration }) {
  const { overall, levels, model, fits } = calibration;
  const { level, release } = useSearch({ from: '/inside/admin/calibration' });
  const shown = level === undefined ? overall : levels.find((each) => each.level.id === level && each.release === (release ?? null));
  return (
    <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
      {overall.exams === 0 ? (
        <Empty title="No exam has come out yet">
          When learners say how their exam went, each result stands here beside the chance that was given before it. Until then the chances rest on learners
          elsewhere, and their ranges are wide.
        </Empty>
      ) : (
        <>
          <Which levels={levels} level={level} release={release} />
          {shown ? <Shown quality={shown} /> : <p className="soft">No exam of this level or release has come out yet.</p>}
        </>
      )}
      <ModelInUse model={model} fits={fits} />
      {levels.length > 0 && <ByLevel levels={levels} />}
    </div>
  );
}

/** All levels, or one of them and one of its releases; in the address, so that it can be passed on. */
function Which({ levels, level, release }: { levels: readonly LevelCalibration[]; level: string | undefined; release: number | undefined }) {
  const navigate = useNavigate({ from: '/calibration' });
  const releases = levels.flatMap((each) => (each.level.id === level && each.release !== null ? [each.release] : []));
  return (
    <div className="row wrap" style={{ alignItems: 'flex-end' }}>
      <Select
        label="Level"
        placeholder="All levels"
        data={levels
          .filter((each) => each.release === null)
          .map((each) => ({ value: each.level.id, label: `${each.level.title}, ${each.certification.title}` }))}
        value={level ?? null}
        onChange={(chosen) => void navigate({ search: { level: chosen ?? undefined } })}
        clearable
        w={{ base: '100%', sm: 360 }}
      />
      {level !== undefined && (
        <Select
          label="Release"
          placeholder="All releases"
          data={releases.map((each) => ({ value: String(each), label: `Release ${each}` }))}
          value={release === undefined ? null : String(release)}
          onChange={(chosen) => void navigate({ search: { level, release: chosen === null ? undefined : Number(chosen) } })}
          clearable
          w={{ base: '100%', sm: 180 }}
        />
      )}
    </div>
  );
}

function Shown({ quality }: { quality: Quality }) {
  const { exams, passed, brier, logLoss, ece } = quality;
  const tooFew = tooFewWords(quality);
  return (
    <>
      <Facts
        facts={[
          { name: 'Exams', value: count(exams), note: `${count(passed)} passed` },
          { name: 'Brier score', value: figure(brier), note: '0 is best, 0.25 a coin toss' },
          { name: 'Log loss', value: figure(logLoss), note: '0 is best, 0.693 a coin toss' },
          { name: 'Calibration error', value: ece === null ? '–' : percent(ece), note: 'mean distance from the line' },
        ]}
      />
      <Section title="Predicted against observed" lead={tooFew ? undefined : verdictOf(quality)}>
        {tooFew ? <p className="soft read">{tooFew}</p> : <ReliabilityDiagram quality={quality} />}
      </Section>
    </>
  );
}

const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3));

/** Releases one by one only where there are several: one alone says the same as all. */
function ByLevel({ levels }: { levels: readonly LevelCalibration[] }) {
  const releasesOf = (id: string) => levels.filter(({ level, release }) => level.id === id && release !== null).length;
  return (
    <Section title="By level and release">
      <ResponsiveTable
        caption="Quality of the chances by level and release"
        rows={levels.filter(({ level, release }) => release === null || releasesOf(level.id) > 1)}
        rowKey={({ level, release }) => `${level.id} ${release ?? 'all'}`}
        columns={[
          {
            key: 'level',
            head: 'Level',
            cell: ({ level, certification, release }) => (
              <>
                {level.title}
                <div className="sm soft">
                  {certification.title}, {release === null ? 'all releases' : `release ${release}`}
                </div>
              </>
            ),
          },
          { key: 'exams', head: 'Exams', align: 'end', cell: ({ exams }) => <span className="num">{count(exams)}</span> },
          { key: 'passed', head: 'Passed', align: 'end', cell: ({ exams, passed }) => <span className="num">{percent(passed / Math.max(1, exams))}</span> },
          { key: 'brier', head: 'Brier', align: 'end', cell: ({ brier }) => <span className="num">{figure(brier)}</span> },
          { key: 'logLoss', head: 'Log loss', align: 'end', cell: ({ logLoss }) => <span className="num">{figure(logLoss)}</span> },
          { key: 'ece', head: 'Calibration error', align: 'end', cell: ({ ece }) => <span className="num">{ece === null ? '–' : percent(ece)}</span> },
        ]}
      />
    </Section>
  );
}
