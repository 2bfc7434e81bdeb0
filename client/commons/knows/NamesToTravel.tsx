import { Button } from '../../look/Button.tsx';
import styles from './Knows.module.css';

interface NamesToTravelProps {
  readonly names: readonly { readonly node: string; readonly name: string }[];
  readonly onTravel: (node: string) => void;
}

/** Names in the room, each of which leads to what is known of it. */
export function NamesToTravel({ names, onTravel }: NamesToTravelProps) {
  return (
    <ul className={styles.nodes}>
      {names.map(({ node, name }) => (
        <li key={node}>
          <Button onClick={() => onTravel(node)}>
            <span translate="no">{name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
