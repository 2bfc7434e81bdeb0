import { Ellipsis } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFirstText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import { part } from '../part.ts';

const MainMenu = part(() => import('./MainMenu.tsx'));

interface MenuButtonProps {
  readonly onHome: () => void;
  readonly onOutline: () => void;
}

/** Opens the menu, which is fetched when it is first asked for. */
export function MenuButton(props: MenuButtonProps) {
  const text = useFirstText();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        icon={Ellipsis}
        label={text.top.menu}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && <MainMenu {...props} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
