import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import classes from './evidence.module.css';

/** Files by choosing or by dropping them. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={classes.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <FileButton multiple onChange={onFiles} inputProps={{ 'aria-label': 'Files' }}>
        {(props) => (
          <Button {...props} variant="default">
            Choose files
          </Button>
        )}
      </FileButton>
      <p className="sm soft grow">
        <span className="wide-only">Or drop them here. </span>Image, PDF, ZIP or text, 10 MB each. Images lose where they were taken.
      </p>
    </div>
  );
}
