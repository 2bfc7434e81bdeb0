import {
  setApproach,
  setContactBy,
  setContacted,
  setContactWhen,
  setTogether,
} from '../../../shared/commands/contacts.ts';
import type { Card } from '../../../shared/method/contact-cards.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { Choice } from './Choice.tsx';
import styles from './Contacts.module.css';
import { LineField } from './LineField.tsx';

interface ContactPlanProps {
  readonly card: Card;
  readonly connectors: readonly Item[];
}

/** How a connector is approached, with whom, when, by whom, and whether the conversation took place. */
export function ContactPlan({ card: { connector, company }, connectors }: ContactPlanProps) {
  const { contacts: text } = useText();
  const { session } = useCloth();
  const { id, approach, contacted } = connector;
  const invited = new Set(company.map((item) => item.id));
  return (
    <>
      <Choice
        label={text.approach}
        options={[
          { value: 'alone', label: text.alone },
          { value: 'group', label: text.group },
        ]}
        value={approach}
        onChoose={(value) => session.perform((cloth) => setApproach(cloth, id, value))}
      />
      {approach === 'group' && connectors.length > 1 && (
        <fieldset className={styles.company}>
          <legend>{text.togetherWith}</legend>
          {connectors.map(
            (other) =>
              other.id !== id && (
                <label key={other.id}>
                  <input
                    type="checkbox"
                    checked={invited.has(other.id)}
                    onChange={({ target }) =>
                      session.perform((cloth) => setTogether(cloth, id, other.id, target.checked))
                    }
                  />
                  <span translate="no">{other.text || text.unnamed}</span>
                </label>
              ),
          )}
        </fieldset>
      )}
      <LineField
        label={text.by}
        value={connector.contactBy}
        list="contact-names"
        onDone={(value) => session.perform((cloth) => setContactBy(cloth, id, value))}
      />
      <LineField
        label={text.when}
        value={connector.contactWhen}
        hint={text.whenHint}
        onDone={(value) => session.perform((cloth) => setContactWhen(cloth, id, value))}
      />
      <Choice
        label={text.contacted}
        options={[
          { value: 'planned', label: text.planned },
          { value: 'done', label: text.done },
        ]}
        none={text.notYet}
        value={contacted}
        onChoose={(value) => session.perform((cloth) => setContacted(cloth, id, value))}
      />
    </>
  );
}
