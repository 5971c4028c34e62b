// Fault count (几处要改): how many fields must be mended, each a way to its field.

import { useEffect, useRef } from "react";
import { CloseCircleFilled } from "../icons.tsx";
import styles from "./form.module.css";
import { type FieldFault, goToField } from "./use-faults.ts";

export function FaultCount({ faults }: { readonly faults: readonly FieldFault[] }) {
  const box = useRef<HTMLDivElement>(null);
  const any = faults.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <div ref={box} className={styles.faults} role="alert" tabIndex={-1}>
      <CloseCircleFilled className={styles.faultIcon} />
      <div>
        <p className={styles.faultTitle}>还有 {faults.length} 处要改</p>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.path.join(".")} ${fault.say}`}>
              <button type="button" className="nj-word" onClick={() => goToField(fault.path)}>
                {faultWords(fault)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** `手机号：最多 11 位`; a sentence that names its field already is not given its name again. */
const faultWords = ({ title, say }: FieldFault): string =>
  title === "" || say.includes(title) ? say : `${title}：${say}`;
