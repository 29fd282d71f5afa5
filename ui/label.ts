export interface LabelParts {
  /** `A`, or `N2` for kiosk 2 in an emergency; empty when there is none. */
  series: string
  digits: string
}

/** Takes a ticket label apart, whatever space stands in it; `N2014` without a space is kiosk 2, number 014. */
export function splitLabel(label: string): LabelParts {
  const parts = /^\s*(N\d+(?=\s)|N\d(?=\d{3})|[A-Z]?)\s*(\d+)\s*$/.exec(label)
  return parts ? { series: parts[1] ?? '', digits: parts[2] ?? '' } : { series: '', digits: label.trim() }
}
