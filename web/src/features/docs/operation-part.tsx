import { addressOf } from '../../api/base';
import { readToken } from '../../api/session';
import { shown, type Operation, type Schema } from './api-description';
import classes from './docs-page.module.css';

interface Props {
  operation: Operation;
  schemas: Record<string, Schema>;
}

/** One endpoint: what it takes, answers and refuses, and a line to try it with one's own token. */
export function OperationPart({ operation, schemas }: Props) {
  const { method, path, summary, parameters = [], requestBody, responses } = operation;
  const [status, success] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? ['', undefined];
  const refusals = Object.entries(responses).filter(([code]) => !code.startsWith('2'));
  const body = requestBody?.content?.['application/json']?.schema;
  return (
    <details className={classes.operation}>
      <summary>
        <span className={classes.method}>{method}</span>
        <span className={classes.path}>{path}</span>
        <span className={classes.summary}>{summary}</span>
      </summary>
      <div className={classes.body}>
        <p className="sm soft">{operation['x-allow'] === 'public' ? 'For everybody.' : `Needs a token; permission: ${operation['x-allow']}.`}</p>
        {parameters.length > 0 && (
          <div>
            <h3>Parameters</h3>
            <ul>
              {parameters.map(({ name, in: where, required, description, schema }) => (
                <li key={name} className="sm">
                  <code>{name}</code>{' '}
                  <span className="soft">
                    in {where}
                    {required ? '' : ', optional'}, {shown(schema, schemas)}
                    {description ? `: ${description}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {body && <Code title="Body" text={shown(body, schemas)} />}
        <Code title={`Answer ${status}`} text={shown(success?.content?.['application/json']?.schema, schemas)} />
        <div>
          <h3>Refusals</h3>
          <ul>
            {refusals.map(([code, { description }]) => (
              <li key={code} className="sm">
                <b className="b num">{code}</b> <span className="soft">{description?.replaceAll('`', '')}</span>
              </li>
            ))}
          </ul>
        </div>
        <Code title="Try it" text={curl(operation, body !== undefined)} />
      </div>
    </details>
  );
}

const Code = ({ title, text }: { title: string; text: string }) => (
  <div>
    <h3>{title}</h3>
    <pre className={classes.code} tabIndex={0}>
      {text}
    </pre>
  </div>
);

/** The token of this page's session, where there is one; it is worth 15 minutes. */
function curl({ method, path, 'x-allow': allow }: Operation, hasBody: boolean): string {
  const auth = allow === 'public' ? '' : ` \\\n  -H 'authorization: Bearer ${readToken() ?? 'TOKEN'}'`;
  const body = hasBody ? ` \\\n  -H 'content-type: application/json' -d '{ }'` : '';
  return `curl -X ${method} '${addressOf(`/api/v1${path}`)}'${auth}${body}`;
}
