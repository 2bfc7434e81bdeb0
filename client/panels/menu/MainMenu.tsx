import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu } from '@base-ui/react/menu';
import {
  Copy,
  Download,
  FilePlus2,
  Flower2,
  History,
  House,
  Info,
  Keyboard,
  Lightbulb,
  List,
  type LucideIcon,
  MessagesSquare,
  RotateCw,
  Shapes,
  Spline,
  SquareCheck,
  User,
  UsersRound,
} from 'lucide-react';
import { type RefObject, useId } from 'react';
import { useStore } from 'zustand';
import { LANGUAGES, type Language, setLanguage } from '../../i18n/language.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { openDialog } from '../dialogs/dialog-store.ts';
import { openFields } from '../positions/fields-store.ts';
import { openSide } from '../side/side-store.ts';
import { useOwnCloth } from '../together/use-own-cloth.ts';
import { toggleAsWritten } from '../walk/as-written.ts';
import styles from './MainMenu.module.css';
import { switchKind } from './switch-kind.ts';

interface MainMenuProps {
  /** The button it hangs under, which closes it when pressed again. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onHome: () => void;
  readonly onOutline: () => void;
}

/** What is done once in a while. */
export default function MainMenu({ anchor, onClose, onHome, onOutline }: MainMenuProps) {
  const text = useText();
  const language = useLanguage();
  const { session, view, device } = useCloth();
  const asWritten = useStore(view, (state) => state.asWritten);
  const own = useOwnCloth();
  const kind = useStore(session.snapshot, ({ meta }) => meta.kind);
  return (
    <CSPProvider disableStyleElements>
      <Menu.Root
        open
        modal={false}
        onOpenChange={(open, { event }) => {
          // A press on the button itself is the button's to handle, or it would open the menu again.
          const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
          if (!open && !onAnchor) onClose();
        }}
      >
        <Menu.Portal>
          <Menu.Positioner
            anchor={anchor}
            align="end"
            sideOffset={8}
            collisionPadding={8}
            className={styles.positioner}
          >
            <Menu.Popup className={styles.menu} finalFocus={anchor}>
              <Item icon={Download} onClick={() => openDialog('take-home')}>
                {text.menu.takeHome}
              </Item>
              {session.role !== 'viewer' && (
                <Item icon={FilePlus2} onClick={() => openDialog('bring-in')}>
                  {text.menu.bringIn}
                </Item>
              )}
              <Item icon={List} onClick={onOutline}>
                {text.top.outline}
              </Item>
              <Item icon={Flower2} onClick={() => openFields()}>
                {text.fields.open}
              </Item>
              {session.role !== 'viewer' && (
                <Item icon={Spline} onClick={() => openSide('ties')}>
                  {text.involvement.title}
                </Item>
              )}
              {session.role !== 'viewer' && (
                <Item icon={MessagesSquare} onClick={() => openSide('contacts')}>
                  {text.contacts.title}
                </Item>
              )}
              <Item icon={Lightbulb} onClick={() => openSide('insights')}>
                {text.insights.title}
              </Item>
              {session.role !== 'viewer' && (
                <Item icon={Copy} onClick={() => openSide('doubles')}>
                  {text.doubles.title}
                </Item>
              )}
              {session.role === 'facilitator' && (
                <Item icon={UsersRound} onClick={() => openSide('together')}>
                  {text.alone.title}
                </Item>
              )}
              {own.can && own.known && (
                <Item icon={User} onClick={own.go}>
                  {text.alone.mine}
                </Item>
              )}
              <Item icon={History} onClick={() => openSide('moments')}>
                {text.moments.title}
              </Item>
              {session.role !== 'viewer' && (
                <Item
                  icon={Shapes}
                  hint={kind === 'theme' ? text.kind.initiativeHint : text.kind.themeHint}
                  onClick={() => switchKind(session, text)}
                >
                  {kind === 'theme' ? text.kind.toInitiative : text.kind.toTheme}
                </Item>
              )}
              {session.role !== 'viewer' && (
                <Menu.CheckboxItem
                  className={styles.item}
                  checked={asWritten}
                  closeOnClick
                  onCheckedChange={() => toggleAsWritten(view, device.storage)}
                  data-tip={text.walk.asWrittenHint}
                >
                  {asWritten ? (
                    <SquareCheck aria-hidden="true" size={19} strokeWidth={1.8} />
                  ) : (
                    <RotateCw aria-hidden="true" size={19} strokeWidth={1.8} />
                  )}
                  {text.walk.asWritten}
                </Menu.CheckboxItem>
              )}
              <Menu.Separator className={styles.rule} />
              <Menu.RadioGroup value={language} onValueChange={(next: Language) => void setLanguage(next)}>
                {LANGUAGES.map((each) => (
                  <Menu.RadioItem key={each} value={each} closeOnClick className={styles.item} lang={each}>
                    <Menu.RadioItemIndicator keepMounted className={styles.dot} />
                    {text.app.languages[each]}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Separator className={styles.rule} />
              <Item icon={Keyboard} onClick={() => openDialog('shortcuts')}>
                {text.menu.shortcuts}
              </Item>
              <Item icon={Info} onClick={() => openDialog('about')}>
                {text.menu.about}
              </Item>
              <Item icon={House} onClick={onHome}>
                {text.menu.home}
              </Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly onClick: () => void;
  /** When one would want this, where the words alone do not say. */
  readonly hint?: string;
  readonly children: string;
}

function Item({ icon: Icon, onClick, hint, children }: ItemProps) {
  const id = useId();
  return (
    <Menu.Item
      className={styles.item}
      onClick={onClick}
      {...(hint !== undefined && { 'aria-label': children, 'aria-describedby': id })}
    >
      <Icon aria-hidden="true" size={19} strokeWidth={1.8} />
      <span>
        {children}
        {hint !== undefined && <small id={id}>{hint}</small>}
      </span>
    </Menu.Item>
  );
}
