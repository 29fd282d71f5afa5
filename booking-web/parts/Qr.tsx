import { encode } from 'uqr'

/** A QR code as a picture of squares; what it holds is said as text beside it. */
export function Qr(props: { content: string; label: string }) {
  const drawn = () => {
    const { data, size } = encode(props.content, { ecc: 'M', border: 2 })
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
    return { size, path }
  }
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${drawn().size} ${drawn().size}`} shape-rendering="crispEdges">
      <path d={drawn().path} />
    </svg>
  )
}
