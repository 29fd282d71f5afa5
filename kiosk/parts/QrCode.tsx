import { createMemo } from 'solid-js'
import { encode } from 'uqr'

interface QrCodeProps {
  content: string
  label: string
}

/** A QR code, dark on white whatever stands around it, with the quiet edge that readers need. */
export function QrCode(props: QrCodeProps) {
  const code = createMemo(() => encode(props.content, { ecc: 'M', border: 4 }))
  const path = () =>
    code()
      .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
  return (
    <svg class="qr" viewBox={`0 0 ${code().size} ${code().size}`} role="img" aria-label={props.label} shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path()} fill="#10233b" />
    </svg>
  )
}
