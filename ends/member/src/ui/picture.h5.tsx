// A picture (图片) in the App.

export interface PictureProps {
  readonly source: string;
  /** What it shows, for who cannot see it. */
  readonly label: string;
  readonly className?: string;
}

export function Picture({ source, label, className }: PictureProps) {
  return <img src={source} alt={label} className={className} />;
}
