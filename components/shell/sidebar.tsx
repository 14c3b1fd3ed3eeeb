import { Logo } from "./logo";
import { NavList } from "./nav-list";

export function Sidebar() {
  return (
    <aside
      aria-label="Plumbline"
      className="sticky top-0 hidden h-dvh w-52 shrink-0 flex-col overflow-y-auto border-r bg-sidebar md:flex"
    >
      <div className="flex h-12 shrink-0 items-center px-4">
        <Logo />
      </div>
      <NavList />
    </aside>
  );
}
