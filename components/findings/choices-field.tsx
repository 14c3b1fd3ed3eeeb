import { formatNumber } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import type { ChoicesField as ChoicesFieldSpec } from "@/lib/repairs/fields";

const undecided = "";

interface ChoicesFieldProps {
  field: ChoicesFieldSpec;
  value: unknown;
  onChange: (value: Record<string, string>) => void;
}

/** For each row that has several candidates, the one that a person picks; the others stay as they are. */
export function ChoicesField({ field, value, onChange }: ChoicesFieldProps) {
  const chosen = (value ?? {}) as Record<string, string>;

  function choose(row: string, candidate: string) {
    const { [row]: _, ...others } = chosen;
    onChange(candidate === undecided ? others : { ...others, [row]: candidate });
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1.5 font-medium">
        {field.label}{" "}
        <span className="font-normal text-muted-foreground">
          {formatNumber(Object.keys(chosen).length)} of {formatNumber(field.rows.length)} decided
        </span>
      </legend>
      {field.help && <p className="text-muted-foreground text-xs">{field.help}</p>}
      <ul className="flex max-h-96 flex-col divide-y overflow-y-auto rounded-md border">
        {field.rows.map((row) => {
          const key = JSON.stringify(row.key);
          return (
            <li key={key} className="flex flex-col gap-1.5 p-2.5">
              <span className="break-words">{row.label}</span>
              <Select
                aria-label={`Choice for ${row.label}`}
                value={chosen[key] ?? undecided}
                onValueChange={(candidate) => choose(key, candidate)}
                options={[{ value: undecided, label: "Leave as it is" }, ...row.candidates]}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
