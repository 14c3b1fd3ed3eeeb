import { ScanSearch } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";

interface ScanButtonProps {
  mayScan: boolean;
  running: boolean;
  /** Somebody has asked the scan to stop. */
  cancelling: boolean;
  onScan: () => void;
  /** Null while there is no scan to cancel. */
  onCancel: (() => void) | null;
}

/** Starts a scan; where the operator may not, it says so instead of hiding. */
export function ScanButton({ mayScan, running, cancelling, onScan, onCancel }: ScanButtonProps) {
  const id = useId();
  return (
    <>
      {!mayScan && (
        <p id={id} className="max-md:max-w-56 text-muted-foreground text-xs">
          Viewers see scans; operators start them.
        </p>
      )}
      {onCancel && mayScan && (
        <Button onClick={onCancel} disabled={cancelling}>
          {cancelling ? "Cancelling" : "Cancel"}
        </Button>
      )}
      <Button
        variant="primary"
        disabled={!mayScan}
        aria-describedby={mayScan ? undefined : id}
        pending={running}
        onClick={onScan}
      >
        {!running && <ScanSearch aria-hidden />}
        {running ? "Scanning" : "Scan now"}
      </Button>
    </>
  );
}
