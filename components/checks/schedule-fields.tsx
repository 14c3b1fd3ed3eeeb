import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const usual = [
  { value: "0 * * * *", label: "Every hour" },
  { value: "30 2 * * *", label: "Every night at 02:30" },
  { value: "30 2 * * 1-5", label: "Monday to Friday at 02:30" },
  { value: "30 2 * * 0", label: "Every Sunday at 02:30" },
] as const;
const other = { value: "other", label: "As written below" } as const;
const choices = [...usual, other];

interface ScheduleFieldsProps {
  cron: string;
  timezone: string;
  faults: { cron: string | undefined; timezone: string | undefined };
  onCron: (cron: string) => void;
  onTimezone: (timezone: string) => void;
}

export function ScheduleFields({ cron, timezone, faults, onCron, onTimezone }: ScheduleFieldsProps) {
  const zones = useId();
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="How often">
          {(control) => (
            <Select
              {...control}
              options={choices}
              value={usual.find(({ value }) => value === cron.trim())?.value ?? "other"}
              onValueChange={(value) => value !== "other" && onCron(value)}
            />
          )}
        </Field>
        <Field label="Time zone" hint="Like UTC or Asia/Kolkata." error={faults.timezone}>
          {(control) => (
            <Input
              {...control}
              value={timezone}
              onValueChange={onTimezone}
              list={zones}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <datalist id={zones}>
          {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <Field
        label="In cron syntax"
        hint="Minute, hour, day of the month, month, day of the week: 30 2 * * 1-5 is half past two from Monday to Friday."
        error={faults.cron}
      >
        {(control) => (
          <Input
            {...control}
            value={cron}
            maxLength={100}
            onValueChange={onCron}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
          />
        )}
      </Field>
    </>
  );
}
