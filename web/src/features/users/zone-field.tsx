import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { zoneNow, zones } from './time-zones';

interface Props extends Omit<SelectProps, 'data' | 'onChange'> {
  value: string;
  onChange: (zone: string) => void;
}

/** The time zone by which one's days are counted. */
export function ZoneField({ value, onChange, ...props }: Props) {
  const [data] = useState(() => zones(value));
  return (
    <Select
      label="Time zone"
      description={`Your days begin and end by it. ${zoneNow(value)}.`}
      {...props}
      data={data}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={80}
      nothingFoundMessage="No such zone. Type a large city near you"
      comboboxProps={{ zIndex: 300 }}
    />
  );
}
