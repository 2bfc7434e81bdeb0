import { useText } from '../../i18n/use-text.ts';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { AboutWords } from './AboutWords.tsx';

/** About the product, over the cloth. */
export default function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { about } = useText();
  return (
    <DialogFrame title={about.title} onClose={onClose}>
      <AboutWords />
    </DialogFrame>
  );
}
