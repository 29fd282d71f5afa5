import { render } from 'solid-js/web'
import '../../ui/ui.css'
import './stage.css'
import { App } from './App.tsx'

render(() => <App address={new URL(location.href)} storage={localStorage} />, document.body)
