import { ScanSearch } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";

interface ScanButtonProps {
  mayScan: boolean;
  running: boolean;
  onScan: () => void;
}

/** Starts a scan; where the operator may not, it says so instead of hiding. */
export function ScanButton({ mayScan, running, onScan }: ScanButtonProps) {
  const id = useId();
  return (
    <>
      {!mayScan && (
        <p id={id} className="max-md:max-w-56 text-muted-foreground text-xs">
          Viewers see scans; operators start them.
        </p>
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
