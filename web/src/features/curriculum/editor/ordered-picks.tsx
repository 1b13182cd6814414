import { Select } from '@mantine/core';
import { CloseIcon } from '../../../ui/icons';
import { useList } from './editor-context';
import type { Option } from './fields';
import classes from './rows.module.css';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';

interface Props {
  name: string;
  label: string;
  options: readonly Option[];
  /** What is chosen: 'level'. */
  one: string;
}

/** Several of what the curriculum holds, one below the other in an order of their own. */
export function OrderedPicks({ name, label, options, one }: Props) {
  const { path, items, add, move, removePlain, fault } = useList<string>(name);
  const labelOf = (slug: string) => options.find(({ value }) => value === slug)?.label ?? slug;
  const left = options.filter(({ value }) => !items.includes(value));
  return (
    <div id={path} tabIndex={-1} role="group" aria-label={label}>
      <div className="field-label">{label}</div>
      <Sortable label={label} items={items} idOf={(slug, index) => `${slug} ${index}`} nameOf={labelOf} onMove={move}>
        {(slug, index) => (
          <div className={classes.picked}>
            <span className="grow">{labelOf(slug)}</span>
            <SmallIcon aria-label={`Take ${labelOf(slug)} out`} onClick={() => removePlain(index)}>
              <CloseIcon />
            </SmallIcon>
          </div>
        )}
      </Sortable>
      {left.length > 0 && (
        <Select
          aria-label={`Add a ${one}`}
          placeholder={`Add a ${one}`}
          data={left}
          value={null}
          onChange={(slug) => slug !== null && add(slug)}
          error={fault}
          mt={items.length > 0 ? 8 : 0}
        />
      )}
    </div>
  );
}
