import { render } from 'solid-js/web'
import '../ui/ui.css'
import './screen.css'
import { App } from './App.tsx'

// Nothing on a kiosk is for the right button, for dragging or for pinching.
for (const kind of ['contextmenu', 'dragstart', 'gesturestart']) document.addEventListener(kind, (event) => event.preventDefault())

render(() => <App asker={{ send: (request) => fetch(request), base: location.origin }} />, document.body)
