import * as contract from '../../contract/access.ts'
import { type Bound, bind } from '../serve.ts'
import { addDevice } from './add-device.ts'
import { addStaff } from './add-staff.ts'
import { disableStaff } from './disable-staff.ts'
import { enableStaff } from './enable-staff.ts'
import { enrolDevice } from './enrol-device.ts'
import { listDevices } from './list-devices.ts'
import { listStaff } from './list-staff.ts'
import { me } from './me.ts'
import { removeDevice } from './remove-device.ts'
import { reportDevice } from './report-device.ts'
import { setMyPassword } from './set-my-password.ts'
import { setPassword } from './set-password.ts'
import { setRoles } from './set-roles.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

/** Who gets in: people by name and password, devices by a code that works once. */
export const routes: Bound[] = [
  bind(contract.signIn, 'anyone', signIn),
  bind(contract.signOut, 'anyone', signOut),
  bind(contract.me, 'signed-in', me),
  bind(contract.setMyPassword, 'signed-in', setMyPassword),
  bind(contract.listDevices, ['point-manager', 'admin'], listDevices, { gapMs: 1000 }),
  bind(contract.addDevice, ['point-manager', 'admin'], addDevice),
  bind(contract.removeDevice, ['point-manager', 'admin'], removeDevice),
  bind(contract.enrolDevice, 'anyone', enrolDevice),
  bind(contract.reportDevice, ['kiosk', 'display'], reportDevice),
  bind(contract.listStaff, 'admin', listStaff),
  bind(contract.addStaff, 'admin', addStaff),
  bind(contract.disableStaff, 'admin', disableStaff),
  bind(contract.enableStaff, 'admin', enableStaff),
  bind(contract.setPassword, 'admin', setPassword),
  bind(contract.setRoles, 'admin', setRoles),
]
