import type { JSX } from 'preact';
import { labels } from '../../claims/label.ts';
import { words } from '../words/words.ts';
import './confusion-table.css';

/** Which labels stand beside which, the more the darker. */
export function ConfusionTable({
  confusion,
}: {
  readonly confusion: readonly (readonly number[])[];
}): JSX.Element {
  const { lead } = words;
  const most = Math.max(1, ...confusion.flat());
  return (
    <table class="confusion-table">
      <caption class="visually-hidden">{lead.confusionHelp}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{lead.confusionCorner}</span>
          </th>
          {labels.map((label) => (
            <th key={label} scope="col">
              {words.names.labels[label]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, row) => (
          <tr key={label}>
            <th scope="row">{words.names.labels[label]}</th>
            {labels.map((other, column) => {
              const pairs = confusion[row]?.[column] ?? 0;
              return (
                <td
                  key={other}
                  class={row === column ? 'confusion-table-same' : 'confusion-table-other'}
                  style={{ '--heat': `${Math.round((pairs / most) * 40)}%` }}
                >
                  {lead.number(pairs)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
