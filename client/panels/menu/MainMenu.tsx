import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu } from '@base-ui/react/menu';
import {
  CalendarRange,
  Copy,
  Download,
  FilePlus2,
  FlipHorizontal2,
  Flower2,
  Frame,
  History,
  House,
  ImageUp,
  Info,
  Keyboard,
  Lightbulb,
  List,
  type LucideIcon,
  MessagesSquare,
  Newspaper,
  Pin,
  Settings2,
  Shapes,
  Spline,
  SquareCheck,
  User,
  UsersRound,
} from 'lucide-react';
import { type ReactNode, type RefObject, useId } from 'react';
import { useStore } from 'zustand';
import { LANGUAGES, type Language } from '../../../shared/text/language.ts';
import { setLanguage } from '../../i18n/language.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useRoomy } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { useOwnCloth } from '../together/use-own-cloth.ts';
import { useAction } from '../use-action.ts';
import styles from './MainMenu.module.css';
import { AsWritten, LowBars, Stroll } from './Switches.tsx';
import { switchKind } from './switch-kind.ts';
import { useFirstItem } from './use-first-item.ts';
import { useMakeTheme } from './use-make-theme.ts';

interface MainMenuProps {
  /** The button it hangs under, which closes it when pressed again. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onHome: () => void;
  readonly onOutline: () => void;
}

/** What is done once in a while, by what it is for: to look, to keep, to set. */
export default function MainMenu({ anchor, onClose, onHome, onOutline }: MainMenuProps) {
  const page = usePage();
  const popup = useFirstItem(anchor);
  const text = useText();
  const language = useLanguage();
  const { session, via } = useCloth();
  const takesPart = session.role !== 'viewer';
  const own = useOwnCloth();
  const makeTheme = useMakeTheme();
  const kind = useStore(session.snapshot, ({ meta }) => meta.kind);
  const isTheme = useStore(session.snapshot, ({ meta }) => meta.sheet === 'theme');
  const roomy = useRoomy();
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
            <Menu.Popup ref={popup} className={styles.menu} finalFocus={anchor}>
              <Section title={text.menu.groups.look}>
                <Item icon={List} onClick={onOutline}>
                  {text.top.outline}
                </Item>
                <OnlyCloth />
                {!takesPart && <Stroll />}
                {isTheme ? (
                  <Item icon={CalendarRange} onClick={() => page.openSide('line')}>
                    {text.line.title}
                  </Item>
                ) : (
                  <>
                    <Item icon={FlipHorizontal2} hint={text.path.openHint} onClick={() => page.openDialog('path')}>
                      {text.path.open}
                    </Item>
                    <Item icon={Flower2} onClick={() => page.openFields()}>
                      {text.fields.open}
                    </Item>
                    <Item icon={Lightbulb} onClick={() => page.openSide('insights')}>
                      {text.insights.title}
                    </Item>
                  </>
                )}
                {takesPart && !isTheme && (
                  <>
                    <Item icon={Spline} onClick={() => page.openSide('ties')}>
                      {text.involvement.title}
                    </Item>
                    <Item icon={MessagesSquare} onClick={() => page.openSide('contacts')}>
                      {text.contacts.title}
                    </Item>
                    <Item icon={Copy} onClick={() => page.openSide('doubles')}>
                      {text.doubles.title}
                    </Item>
                  </>
                )}
                {session.role === 'facilitator' && (
                  <Item icon={UsersRound} onClick={() => page.openSide('together')}>
                    {text.alone.title}
                  </Item>
                )}
                {own.can && own.known && (
                  <Item icon={User} onClick={own.go}>
                    {text.alone.mine}
                  </Item>
                )}
              </Section>
              <Section title={text.menu.groups.keep}>
                <Item icon={History} onClick={() => page.openSide('moments')}>
                  {text.moments.title}
                </Item>
                <Item icon={Download} onClick={() => page.openDialog('take-home')}>
                  {text.menu.takeHome}
                </Item>
                {takesPart && (
                  <Item icon={FilePlus2} onClick={() => page.openDialog('bring-in')}>
                    {text.menu.bringIn}
                  </Item>
                )}
                {session.role === 'facilitator' && via === undefined && <PhotoItem />}
                {session.role === 'facilitator' && (
                  <Item icon={Pin} onClick={() => page.openDialog('hang')}>
                    {text.hang.action}
                  </Item>
                )}
              </Section>
              <Section title={text.menu.groups.settings}>
                {session.role === 'facilitator' && (
                  <Item icon={Settings2} onClick={() => page.openDialog('manage')}>
                    {text.manage.title}
                  </Item>
                )}
                {takesPart && !isTheme && (
                  <>
                    {session.role === 'facilitator' && (
                      <Item icon={Newspaper} hint={text.themeSheet.ofClothHint} onClick={makeTheme}>
                        {text.themeSheet.ofCloth}
                      </Item>
                    )}
                    <AsWritten />
                    <Item
                      icon={Shapes}
                      hint={kind === 'theme' ? text.kind.initiativeHint : text.kind.themeHint}
                      onClick={() => switchKind(session, text)}
                    >
                      {kind === 'theme' ? text.kind.toInitiative : text.kind.toTheme}
                    </Item>
                  </>
                )}
                {roomy && <LowBars />}
                <Menu.RadioGroup
                  className={styles.languages}
                  value={language}
                  onValueChange={(next: Language) => void setLanguage(next)}
                >
                  {LANGUAGES.map((each) => (
                    <Menu.RadioItem key={each} value={each} closeOnClick className={styles.item} lang={each}>
                      <Menu.RadioItemIndicator keepMounted className={styles.dot} />
                      <span>{text.app.languages[each]}</span>
                    </Menu.RadioItem>
                  ))}
                </Menu.RadioGroup>
                <Item icon={Keyboard} onClick={() => page.openDialog('shortcuts')}>
                  {text.menu.shortcuts}
                </Item>
                <Item icon={Info} onClick={() => page.openDialog('about')}>
                  {text.menu.about}
                </Item>
                <Item icon={House} onClick={onHome}>
                  {via === undefined ? text.menu.home : text.commons.back}
                </Item>
              </Section>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  );
}

/** What belongs together, under its name. */
function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Menu.Group className={styles.section}>
      <Menu.GroupLabel className={styles.title}>{title}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  );
}

/** Puts away all that stands round the cloth, or brings it back. */
function OnlyCloth() {
  const { label, pressed, run } = useAction('only-cloth');
  return (
    <Item icon={pressed ? SquareCheck : Frame} onClick={run}>
      {label}
    </Item>
  );
}

/** Lays a photo under the cloth, or takes the one that lies there in hand. */
function PhotoItem() {
  const { photo: text } = useText();
  const { session } = useCloth();
  const page = usePage();
  const lies = useStore(session.snapshot, ({ photo }) => photo !== undefined);
  return (
    <Item
      icon={ImageUp}
      hint={text.openHint}
      onClick={() => (lies ? page.setState({ placing: true }) : page.openDialog('photo'))}
    >
      {lies ? text.adjust : text.open}
    </Item>
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
