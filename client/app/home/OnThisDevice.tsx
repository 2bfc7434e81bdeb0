import { MonitorDown } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { keepInstallOffer, useInstallOffer } from '../offline/install-offer.ts';
import styles from './OnThisDevice.module.css';

keepInstallOffer();

/** How the app can be had on this device, said quietly at the foot; and on an address without https what does not work there. */
export function OnThisDevice() {
  const { home } = useText();
  const way = useInstallOffer();
  if (!isSecureContext) return <p className={styles.word}>{home.plainHttp}</p>;
  if (way?.how === 'install') {
    return (
      <button type="button" className={styles.offer} onClick={way.install}>
        <MonitorDown aria-hidden="true" size={20} />
        <span>{home.install}</span>
      </button>
    );
  }
  return way && <p className={styles.word}>{home.installByHand}</p>;
}
