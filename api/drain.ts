type Server = { stop(closeAll?: boolean): Promise<void> }

/** Takes no new connection and lets what is under way end. Live streams never do by themselves: they are closed after two seconds. */
export async function drain(server: Server, graceMs = 2000): Promise<void> {
  const late = setTimeout(() => void server.stop(true), graceMs)
  await server.stop()
  clearTimeout(late)
}
