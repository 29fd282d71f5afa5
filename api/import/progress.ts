const everyMs = 1000

/** Says how far a long import is: one line at most each second, nothing before the first second and nothing where all is done. */
export function makeProgress(say: (line: string) => void, now: () => number): (done: number, all: number) => void {
  const beganAt = now()
  let saidAt = beganAt
  return (done, all) => {
    if (done >= all || now() - saidAt < everyMs) return
    saidAt = now()
    const secondsLeft = Math.ceil((((saidAt - beganAt) / done) * (all - done)) / 1000)
    say(`${done} of ${all} rows, about ${secondsLeft} s more`)
  }
}
