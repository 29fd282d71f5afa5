/** The names of the built files, which the build writes in here. */
declare const BOOKING_ASSETS: { style: string; script: string } | undefined

export const assets =
  typeof BOOKING_ASSETS === 'undefined' ? { style: '/book/assets/booking.css', script: '/book/assets/booking.js' } : BOOKING_ASSETS
