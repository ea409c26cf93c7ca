// The icons: one grid of 24, one stroke, no fills. They support words and never replace them alone.
const paths = {
  reception: "M3 20h18M5 20v-6.5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2V20M12 8.5V7M8.5 11.5a3.5 3.5 0 0 1 7 0M10.5 5.5h3",
  today:
    "M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M18 6l-1.4 1.4M7.4 16.6 6 18M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
  customers:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.6c2.2.8 3.5 2.7 3.5 5.4",
  leads: "M4 5h16l-6 7.5V19l-4-2v-4.5L4 5Z",
  drive:
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM3.8 10.5 10 11.5M20.2 10.5 14 11.5M12 14v6.5",
  quote: "M6 3.5h9l4 4v13H6v-17ZM14.5 3.5V8H19M12.5 11v6.5M9.8 11l2.7 2.8 2.7-2.8M10 15.3h5",
  delivery: "M14.5 4.5a5 5 0 1 0-3.6 8.5l-7.4 7.5v0h4v-2.5H10v-2.5l1.8-1.7a5 5 0 0 0 2.7-9.3ZM15.7 8.3h.01",
  stock:
    "M3.5 17v-4.5l2-5.5a2 2 0 0 1 1.9-1.3h9.2A2 2 0 0 1 18.5 7l2 5.5V17M3.5 12.5h17M3.5 17h17M5.5 17v2M18.5 17v2M7 14.8h1.5M15.5 14.8H17",
  complaint: "M4 5h16v11h-8.5L7 20v-4H4V5ZM12 8v3.5M12 13.5h.01",
  reports: "M4 20V4M4 20h16.5M8.5 16.5v-5M13 16.5V7.5M17.5 16.5v-7",
  settings:
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM19 12c0-.5 0-.9-.1-1.3l2-1.5-2-3.4-2.3 1a7 7 0 0 0-2.3-1.3L14 3h-4l-.3 2.5c-.9.3-1.6.7-2.3 1.3l-2.3-1-2 3.4 2 1.5a7 7 0 0 0 0 2.6l-2 1.5 2 3.4 2.3-1c.7.6 1.4 1 2.3 1.3L10 21h4l.3-2.5c.9-.3 1.6-.7 2.3-1.3l2.3 1 2-3.4-2-1.5c.1-.4.1-.8.1-1.3Z",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5",
  lock: "M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  phone: "M8.5 3.5h7v17h-7v-17ZM11 17.5h2",
  call: "M5 4h3.5l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5V19a1.5 1.5 0 0 1-1.6 1.5C11 20 4 13 3.5 5.6A1.5 1.5 0 0 1 5 4Z",
  walk: "M13 6a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 13 6ZM9 21l2.5-5.5-2-2.5 1-5 2.5 1.5L15.5 12M10.5 8 7.5 9.5 6.5 13M12 15l2.5 2 1 4",
  undo: "M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-4",
  check: "m5 12.5 4.5 4.5L19 7.5",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2",
  calendar: "M4 6h16v14H4V6ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c0-4 3.3-6.5 7.5-6.5s7.5 2.5 7.5 6.5",
  people: "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  close: "m6 6 12 12M18 6 6 18",
  down: "m6 9.5 6 6 6-6",
  up: "m6 14.5 6-6 6 6",
  left: "m14.5 6-6 6 6 6",
  right: "m9.5 6 6 6-6 6",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
  contrast: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 3.5v17M12 8l6.5-.5M12 12h8.5M12 16l6.5.5",
  language: "M3.5 6h10M8.5 3.5V6M12 6c-1 4.5-4 8-8 9.5M5.5 9c1.5 3 3.5 5 6 6M11.5 20.5l4.5-11 4.5 11M13 17h6",
  import: "M12 3.5v11M7.5 10l4.5 4.5 4.5-4.5M4 15.5v5h16v-5",
  backup:
    "M4 7c0-1.9 3.6-3.5 8-3.5S20 5.1 20 7s-3.6 3.5-8 3.5S4 8.9 4 7ZM4 7v10c0 1.9 3.6 3.5 8 3.5s8-1.6 8-3.5V7M4 12c0 1.9 3.6 3.5 8 3.5s8-1.6 8-3.5",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17h.01",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.8h.01",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
  eye_off:
    "M4 4l16 16M10 5.8a9 9 0 0 1 2-.3c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.5 7.5a16 16 0 0 0-4 4.5s3.5 6.5 9.5 6.5a9 9 0 0 0 4.5-1.2M10 10a3 3 0 0 0 4 4",
  copy: "M8.5 8.5h11v12h-11v-12ZM5.5 15.5h-1v-12h11v1",
  print: "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7V14Z",
  edit: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20ZM14 6.5 17.5 10",
  key: "M8 11.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM11 12.5 20 3.5M16.5 7l3 3M14 9.5l2 2",
  help: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.6.3-1 .8-1 1.5v.4M12 16.7h.01",
  door: "M13.5 3.5h6v17h-6M3.5 12H14M10 8l4 4-4 4",
  swap: "M7 4 3.5 7.5 7 11M3.5 7.5H17M17 13l3.5 3.5L17 20M20.5 16.5H7",
  filter: "M4 6h16M7 12h10M10 18h4",
  folder: "M3.5 6h6l2 2.5h9V19h-17V6Z",
  note: "M5 4h14v11l-5 5H5V4ZM14 20v-5h5M8.5 8.5h7M8.5 12h4",
  star: "m12 4 2.5 5.2 5.5.8-4 4 1 5.5-5-2.7-5 2.7 1-5.5-4-4 5.5-.8L12 4Z",
} as const;

export type IconName = keyof typeof paths;
export const ICONS = Object.keys(paths) as IconName[];

/** An icon beside words. It says nothing to a screen reader. */
export function Icon({ name, size, className }: { name: IconName; size?: number; className?: string | undefined }) {
  const side = size ?? "var(--icon)";
  return (
    <svg
      className={className}
      style={{ width: side, height: side, flex: "none", display: "block" }}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
